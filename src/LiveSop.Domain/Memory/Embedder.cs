using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Memory;

/// <summary>
/// Where a text points among texts: by what its words mean, and, for jargon, names, error codes, typos and other languages, by how they are spelled. It hangs on the text
/// alone, so that vectors made at any time can be compared. May be asked by many at once.
/// </summary>
public sealed class Embedder
{
    /// <summary>Changes with whatever changes the vectors: those of two versions cannot be compared.</summary>
    public const string Model = "livesop-words-1";

    public const int Dimensions = 256;

    private const int Longest = 4_000;

    /// <summary>How much spelling counts beside meaning.</summary>
    private const float SpellingWeight = 1f;

    // FNV-1a, 64 bits (Fowler, Noll, Vo).
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly WordVectors words;

    private Embedder(WordVectors words) => this.words = words;

    public static Embedder Shipped { get; } = new(WordVectors.Shipped);

    /// <returns>Of length 1, of <see cref="Dimensions"/>; zero where nothing was said.</returns>
    public float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        var meaning = vector.AsSpan(0, words.Dimensions);
        var spelling = vector.AsSpan(words.Dimensions);
        foreach (var (token, times) in Tokens.Of(Placeholders.Mask(text.Length > Longest ? text[..Longest] : text)).CountBy(token => token))
        {
            if (StopWords.Contains(token)) continue;
            var weight = 1 + MathF.Log(times);
            if (words.Of(token) is { IsEmpty: false } known) Lanes.AddScaled(meaning, known, weight);
            Spell(token, weight, spelling);
        }
        ToLength(meaning, 1);
        ToLength(spelling, SpellingWeight);
        ToLength(vector, 1);
        return vector;
    }

    /// <summary>The word and its pieces of three and four characters, each thrown on a place of its own with a sign of its own (Weinberger et al., ICML 2009).</summary>
    private static void Spell(string token, float weight, Span<float> into)
    {
        Throw(Hash(token), weight, into);
        var edged = $" {token} ";
        var pieces = (2 * edged.Length) - 5;
        if (pieces <= 0) return;
        for (var size = 3; size <= 4; size++)
            for (var from = 0; from + size <= edged.Length; from++) Throw(Hash(edged.AsSpan(from, size)), weight / MathF.Sqrt(pieces), into);
    }

    private static void Throw(ulong hash, float weight, Span<float> into) => into[(int)((hash >> 1) % (ulong)into.Length)] += (hash & 1) == 0 ? weight : -weight;

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        // The low bits of FNV mix little.
        return hash ^ (hash >> 32);
    }

    private static void ToLength(Span<float> vector, float length)
    {
        var square = 0f;
        foreach (var value in vector) square += value * value;
        if (square == 0) return;
        var scale = length / MathF.Sqrt(square);
        for (var i = 0; i < vector.Length; i++) vector[i] *= scale;
    }
}
