using LiveSop.Domain.Memory;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>
/// Where a message points among the meanings of words: the mean of its words' vectors, rare ones weighing more, less what all examples have in common
/// (after Arora, Liang, Ma, ICLR 2017).
/// </summary>
internal sealed class Meaning
{
    private readonly WordVectors words;
    private readonly TermTable table;
    private readonly float[] common;

    private Meaning(WordVectors words, TermTable table) => (this.words, this.table, common) = (words, table, new float[words.Dimensions]);

    public int Dimensions => words.Dimensions;

    public static Meaning Of(WordVectors words, TermTable table, IReadOnlyList<Terms> examples)
    {
        var meaning = new Meaning(words, table);
        var sum = new float[words.Dimensions];
        foreach (var example in examples) Lanes.AddScaled(sum, meaning.Vector(example), 1f / examples.Count);
        sum.CopyTo(meaning.common, 0);
        return meaning;
    }

    /// <returns>Of length 1, or zero where no word is known.</returns>
    public float[] Vector(Terms message)
    {
        var sum = new float[Dimensions];
        for (var i = 0; i < message.Words.Count; i++)
            if (words.Of(message.Tokens[i]) is { IsEmpty: false } vector) Lanes.AddScaled(sum, vector, table.Rarity(table.Number(message.Words[i])));
        if (!ToLengthOne(sum)) return sum;
        Lanes.AddScaled(sum, common, -1);
        ToLengthOne(sum);
        return sum;
    }

    private static bool ToLengthOne(float[] vector)
    {
        var square = 0f;
        foreach (var value in vector) square += value * value;
        if (square == 0) return false;
        var length = MathF.Sqrt(square);
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
        return true;
    }
}
