using System.Collections.Frozen;

namespace LiveSop.Domain.Text;

/// <summary>"can't" is "can not", "what's" is "what is", "customer's" is "customer".</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Whole = new Dictionary<string, string[]>
    {
        ["won't"] = ["will", "not"],
        ["can't"] = ["can", "not"],
        ["shan't"] = ["shall", "not"],
        ["ain't"] = ["is", "not"],
        ["y'all"] = ["you", "all"],
        ["let's"] = ["let", "us"],
        ["ma'am"] = ["madam"],
        ["o'clock"] = ["oclock"],
        ["cannot"] = ["can", "not"],
        ["cant"] = ["can", "not"],
        ["wont"] = ["will", "not"],
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["didnt"] = ["did", "not"],
        ["isnt"] = ["is", "not"],
        ["wasnt"] = ["was", "not"],
        ["havent"] = ["have", "not"],
        ["hasnt"] = ["has", "not"],
        ["couldnt"] = ["could", "not"],
        ["wouldnt"] = ["would", "not"],
        ["whats"] = ["what", "is"],
        ["thats"] = ["that", "is"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["youre"] = ["you", "are"],
        ["youve"] = ["you", "have"],
        ["youll"] = ["you", "will"],
        ["theyre"] = ["they", "are"],
        ["gonna"] = ["going", "to"],
        ["wanna"] = ["want", "to"],
        ["pls"] = ["please"],
        ["plz"] = ["please"],
        ["thx"] = ["thanks"],
        ["u"] = ["you"],
        ["ur"] = ["your"],
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Endings = new Dictionary<string, string>
    {
        ["m"] = "am",
        ["re"] = "are",
        ["ve"] = "have",
        ["ll"] = "will",
        ["d"] = "would",
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>After these, 's is "is"; after any other word it marks a possessor.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TakesIs = Words.Set(
        "what that it he she there here who where when how why which everything something nothing this");

    /// <param name="word">In lower case.</param>
    /// <param name="apostrophe">One stands inside; most words have none, and are let through at the cost of one look-up.</param>
    /// <returns>False when the word is none: nothing was added.</returns>
    public static bool Append(Span<char> word, bool apostrophe, List<string> tokens)
    {
        if (apostrophe)
            for (var i = 0; i < word.Length; i++)
                if (word[i] is '’' or '‘' or 'ʼ') word[i] = '\'';
        if (Whole.TryGetValue(word, out var parts))
        {
            tokens.AddRange(parts);
            return true;
        }
        return apostrophe && AppendEnding(word, tokens);
    }

    private static bool AppendEnding(ReadOnlySpan<char> word, List<string> tokens)
    {
        var mark = word.IndexOf('\'');
        var stem = word[..mark];
        var ending = word[(mark + 1)..];
        if (ending is "t" && stem.Length > 2 && stem[^1] == 'n')
        {
            tokens.Add(stem[..^1].ToString());
            tokens.Add("not");
            return true;
        }
        tokens.Add(stem.ToString());
        if (ending is "s")
        {
            if (TakesIs.Contains(stem)) tokens.Add("is");
        }
        else
        {
            tokens.Add(Endings.TryGetValue(ending, out var full) ? full : ending.ToString());
        }
        return true;
    }
}
