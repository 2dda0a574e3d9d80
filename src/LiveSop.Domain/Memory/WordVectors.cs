namespace LiveSop.Domain.Memory;

/// <summary>Vectors of common English words, in which words of like meaning point alike. Made by <c>tools/WordVectors</c> from WordNet; see <c>words.md</c> for its licence.</summary>
public sealed class WordVectors
{
    /// <summary>With which the file begins: its form and version.</summary>
    public const int Mark = 0x3156_574C;

    private static readonly Lazy<WordVectors> shipped = new(() =>
    {
        using var file = typeof(WordVectors).Assembly.GetManifestResourceStream("words.bin") ?? throw new InvalidOperationException("The word vectors are not in this build.");
        return Read(file);
    });

    /// <summary>So many words are all but equally common.</summary>
    private const float Commonest = 20;

    private const float Unknown = 1.1f;

    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly float[] vectors;

    private WordVectors(Dictionary<string, int> numbers, float[] vectors, int dimensions)
    {
        (this.numbers, this.vectors, Dimensions) = (numbers, vectors, dimensions);
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Those that come with the program.</summary>
    public static WordVectors Shipped => shipped.Value;

    public int Dimensions { get; }

    public int Count => numbers.Count;

    /// <param name="word">In lower case.</param>
    /// <returns>Of length 1; empty where the word is not known.</returns>
    public ReadOnlySpan<float> Of(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var number) ? vectors.AsSpan(number * Dimensions, Dimensions) : [];

    /// <summary>How rare a word is in English at large, by its place in the file, which is by frequency: 0.3 for the commonest, 1 for the rarest, a little more for one that is not known.</summary>
    public float Rarity(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var number) ? MathF.Log(Commonest + number) / MathF.Log(Commonest + Count) : Unknown;

    /// <exception cref="InvalidDataException">It is no file of vectors.</exception>
    public static WordVectors Read(Stream file)
    {
        using var reader = new BinaryReader(file);
        if (reader.ReadInt32() != Mark) throw new InvalidDataException("These are no word vectors of a form that is known.");
        var (dimensions, count) = (reader.ReadInt32(), reader.ReadInt32());
        var (numbers, vectors) = (new Dictionary<string, int>(count, StringComparer.Ordinal), new float[count * dimensions]);
        for (var word = 0; word < count; word++)
        {
            numbers.Add(reader.ReadString(), word);
            var vector = vectors.AsSpan(word * dimensions, dimensions);
            var square = 0f;
            for (var i = 0; i < dimensions; i++)
            {
                vector[i] = reader.ReadSByte();
                square += vector[i] * vector[i];
            }
            for (var i = 0; i < dimensions; i++) vector[i] /= MathF.Sqrt(square);
        }
        return new(numbers, vectors, dimensions);
    }
}
