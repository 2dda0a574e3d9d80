using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>Which terms the examples of a class hold, and how much of one of its messages that usually covers: a class whose messages all name another town covers less.</summary>
internal sealed class OwnTerms
{
    private const int Bits = 64;

    private readonly int words;
    private readonly int width;
    private readonly ulong[] held;
    private readonly double[] usual;

    private OwnTerms(int words, int classes)
    {
        (this.words, width, usual) = (words, (classes + Bits - 1) / Bits, new double[classes]);
        held = new ulong[(long)words * width];
    }

    /// <param name="words">So many terms, the first, are words or pairs; the others are not looked at.</param>
    public static OwnTerms Of(IReadOnlyList<SparseVector> examples, IReadOnlyList<int> labels, int words, int classes)
    {
        var (own, again) = (new OwnTerms(words, classes), new OwnTerms(words, classes));
        for (var i = 0; i < examples.Count; i++)
            foreach (var term in examples[i].Indices)
                if (term < words && !own.Add(term, labels[i])) again.Add(term, labels[i]);
        foreach (var label in examples.Index().GroupBy(example => labels[example.Index])) own.usual[label.Key] = label.Average(example => again.Share(example.Item, label.Key));
        return own;
    }

    public bool Has(int term, int label) => (held[(term * width) + (label / Bits)] >> (label % Bits) & 1) == 1;

    /// <summary>Of the message's weight in words and pairs.</summary>
    public double Share(SparseVector message, int label)
    {
        var (covered, all) = (0f, 0f);
        for (var i = 0; i < message.Indices.Length && message.Indices[i] < words; i++)
        {
            var square = message.Values[i] * message.Values[i];
            all += square;
            if (Has(message.Indices[i], label)) covered += square;
        }
        return all == 0 ? 0 : covered / all;
    }

    /// <summary>The mean share of the class's examples, each covered by the others; 0 of a class without any.</summary>
    public double Usual(int label) => usual[label];

    /// <returns>False where it was there.</returns>
    private bool Add(int term, int label)
    {
        ref var bits = ref held[(term * width) + (label / Bits)];
        var bit = 1UL << (label % Bits);
        var isNew = (bits & bit) == 0;
        bits |= bit;
        return isNew;
    }
}
