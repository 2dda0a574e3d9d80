namespace LiveSop.Domain.Matching;

/// <summary>What a message is recognised by, as numbers that stand for spellings: its words, what follows what, and pieces of words, which survive a typing error.</summary>
/// <param name="Tokens">As they are spelled.</param>
/// <param name="Words">The same as numbers.</param>
/// <param name="Pairs">Neighbours, the edges of the message among them: one more than words, none of no words.</param>
/// <param name="Pieces">Each word with its edges, cut into two to four characters.</param>
internal sealed record Terms(IReadOnlyList<string> Tokens, IReadOnlyList<ulong> Words, IReadOnlyList<ulong> Pairs, IReadOnlyList<ulong> Pieces)
{
    private const int Shortest = 2;
    private const int Longest = 4;

    // FNV-1a, 64 bits (Fowler, Noll, Vo); each kind of term begins elsewhere.
    private const ulong Prime = 1099511628211;
    private const ulong WordSeed = 14695981039346656037;
    private const ulong PairSeed = WordSeed ^ 0x9E3779B97F4A7C15;
    private const ulong PieceSeed = WordSeed ^ 0xC2B2AE3D27D4EB4F;

    public static Terms Of(string text)
    {
        var tokens = Text.Tokens.Of(text);
        var (words, pieces) = (new ulong[tokens.Count], new List<ulong>());
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Add(WordSeed, tokens[i]);
            Cut(tokens[i], pieces);
        }
        return new(tokens, words, Neighbours(words), pieces);
    }

    private static ulong[] Neighbours(ulong[] words)
    {
        if (words.Length == 0) return [];
        var pairs = new ulong[words.Length + 1];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = Add(Add(PairSeed, i == 0 ? 0 : words[i - 1]), i == words.Length ? 0 : words[i]);
        return pairs;
    }

    private static void Cut(string token, List<ulong> pieces)
    {
        for (var from = -1; from <= token.Length; from++)
        {
            var hash = PieceSeed;
            for (var to = from; to <= token.Length && to < from + Longest; to++)
            {
                hash = Add(hash, to < 0 || to == token.Length ? ' ' : token[to]);
                if (to - from + 1 >= Shortest) pieces.Add(hash);
            }
        }
    }

    private static ulong Add(ulong hash, string token)
    {
        foreach (var c in token) hash = Add(hash, c);
        return hash;
    }

    private static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    private static ulong Add(ulong hash, ulong other)
    {
        for (var i = 0; i < 4; i++) hash = Add(hash, (char)(other >> (16 * i)));
        return hash;
    }
}
