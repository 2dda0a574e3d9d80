using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Text;

/// <summary>A text as numbered stems, values masked, in the order of the words.</summary>
/// <param name="Stems">Numbers in the vocabulary of the <see cref="Reader"/>.</param>
/// <param name="Asks">A question mark stands in it.</param>
public sealed record Reading(int[] Stems, bool Asks);

/// <summary>Turns texts into numbers once, so that mining never touches a string again.</summary>
public sealed class Reader
{
    private readonly Vocabulary vocabulary = new();
    private readonly List<WordKind> kinds = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string> tokens = [];

    private enum WordKind { Content, Function, Asking }

    public int Terms => vocabulary.Count;

    public Reading Read(string text)
    {
        tokens.Clear();
        Tokens.Append(Placeholders.Mask(text), tokens);
        var stems = new int[tokens.Count];
        for (var i = 0; i < stems.Length; i++) stems[i] = Number(tokens[i]);
        return new(stems, text.Contains('?', StringComparison.Ordinal));
    }

    /// <summary>It names a subject: neither a function word nor a question word.</summary>
    public bool IsContent(int stem) => kinds[stem] == WordKind.Content;

    /// <summary>It tells a question, an offer or a refusal from another: "what", "you", "not".</summary>
    public bool IsAsking(int stem) => kinds[stem] == WordKind.Asking;

    private int Number(string token)
    {
        if (known.TryGetValue(token, out var number)) return number;
        var kind = AskingWords.Contains(token) ? WordKind.Asking : StopWords.Contains(token) ? WordKind.Function : WordKind.Content;
        number = vocabulary.Number(kind == WordKind.Content && token[0] != '{' ? Text.Stems.Of(token) : token);
        if (number == kinds.Count) kinds.Add(kind);
        known.Add(token, number);
        return number;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AskingWords =
        Words.Set("what where when who how which why would could can do did have is are your you my me not no any there");
}
