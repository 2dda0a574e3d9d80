namespace LiveSop.Domain.Text;

/// <summary>
/// The English Snowball stemmer, "Porter2": M. F. Porter, https://snowballstem.org/algorithms/english/stemmer.html
/// (first published as: An algorithm for suffix stripping, Program 14(3), 1980).
/// </summary>
public static class Stems
{
    private const int LongestWord = 64;

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Exceptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">In lower case. Words with other than English letters, and placeholders, come back as they are.</param>
    public static string Of(string word)
    {
        if (word.Length is <= 2 or > LongestWord || !IsEnglish(word)) return word;
        if (Exceptions.TryGetValue(word, out var exception)) return exception;
        Span<char> letters = stackalloc char[word.Length + 1];
        var stem = new PorterWord(letters, word);
        PorterSteps.Run(ref stem);
        return stem.Is(word) ? word : stem.ToString();
    }

    private static bool IsEnglish(string word)
    {
        foreach (var c in word)
            if (c is not ((>= 'a' and <= 'z') or '\'')) return false;
        return true;
    }
}
