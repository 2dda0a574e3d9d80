using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Memory;

/// <summary>
/// A text as a vector, by the program alone: the mean of what its words mean, beside what they are spelled like. Rare words weigh more, by a list that comes with
/// the program, so that a vector does not depend on what else is stored. Spelling (words and their pieces, hashed: Weinberger et al., Feature Hashing, ICML 2009)
/// is for what no list knows: names, error codes, slips, other languages.
/// </summary>
public sealed class Embedder
{
    public const int Dimensions = 256;

    /// <summary>Raise it with every change of what a text becomes.</summary>
    public const string Model = "livesop-words-1";

    private const int LongestText = 2_000;
    private const int PieceLength = 3;

    /// <summary>A word shares each of its places with others, hardly ever all.</summary>
    private const int PlacesOfWord = 3;

    /// <summary>Of all pieces of a word together, beside the word itself.</summary>
    private const float OfPieces = 0.5f;

    private readonly WordVectors words;
    private readonly int spelled;

    private Embedder(WordVectors words) => (this.words, spelled) = (words, Dimensions - words.Dimensions);

    public static Embedder Shipped { get; } = new(WordVectors.Shipped);

    /// <returns>Of length 1, or zero where the text has no word.</returns>
    public float[] Embed(string text) => Embed(RememberedText.Read(text));

    /// <summary>Title and body count the same, however long they are.</summary>
    public float[] Embed(RememberedText text)
    {
        var vector = new float[Dimensions];
        AddUnit(text.Title, vector);
        AddUnit(RememberedText.Beginning(text.Body, LongestText), vector);
        Unit(vector.AsSpan(0, words.Dimensions));
        Unit(vector.AsSpan(words.Dimensions));
        Unit(vector);
        return vector;
    }

    private void AddUnit(string text, float[] target)
    {
        var part = new float[Dimensions];
        var meaning = part.AsSpan(0, words.Dimensions);
        var spelling = part.AsSpan(words.Dimensions);
        foreach (var (token, count) in Tokens.Of(text).Where(Lexemes.IsWord).CountBy(token => token))
        {
            var rarity = words.Rarity(token);
            var weight = rarity * rarity * (1 + MathF.Log(count));
            if (words.Of(token) is { IsEmpty: false } known) Lanes.AddScaled(meaning, known, weight);
            AddWord(Stems.Of(token), weight, spelling);
            AddPieces(token, weight, spelling);
        }
        Unit(meaning);
        Unit(spelling);
        Lanes.AddScaled(target, part, 1);
    }

    private void AddWord(string stem, float weight, Span<float> spelling)
    {
        for (var place = 0; place < PlacesOfWord; place++) Add(Hash(stem, place), weight, spelling);
    }

    private void AddPieces(string token, float weight, Span<float> spelling)
    {
        Span<char> edged = stackalloc char[token.Length + 2];
        edged[0] = edged[^1] = ' ';
        token.CopyTo(edged[1..]);
        var pieces = Math.Max(1, edged.Length - PieceLength + 1);
        var each = weight * OfPieces / MathF.Sqrt(pieces);
        for (var from = 0; from + PieceLength <= edged.Length; from++) Add(Hash(edged.Slice(from, PieceLength), PlacesOfWord), each, spelling);
    }

    private void Add(uint hash, float weight, Span<float> spelling) => spelling[(int)(hash % (uint)spelled)] += (hash >> 20 & 1) == 0 ? weight : -weight;

    /// <summary>FNV-1a, stirred by MurmurHash3's last steps: neighbouring letters must not fall into neighbouring places.</summary>
    private static uint Hash(ReadOnlySpan<char> text, int seed)
    {
        var hash = 2166136261u ^ ((uint)seed * 0x9E3779B9u);
        foreach (var letter in text) hash = (hash ^ letter) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    private static void Unit(Span<float> vector)
    {
        var square = 0f;
        foreach (var value in vector) square += value * value;
        if (square == 0) return;
        var length = MathF.Sqrt(square);
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
    }
}
