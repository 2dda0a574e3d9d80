using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>Two models of the same messages, one that adds up terms and one in which they play together; their log-odds are averaged, for they err in different places.</summary>
internal sealed class Judges
{
    private readonly OneVsRest sum;
    private readonly Network network;

    private Judges(OneVsRest sum, Network network) => (this.sum, this.network) = (sum, network);

    /// <summary>Side by side; neither hangs on the other.</summary>
    /// <param name="labels">For each example its class, from 0; negative where it is of none.</param>
    public static Judges Train(IReadOnlyList<SparseVector> examples, IReadOnlyList<int> labels, int terms, int classes)
    {
        var (sum, network) = (default(OneVsRest), default(Network));
        Parallel.Invoke(() => network = Network.Train(examples, labels, terms, classes), () => sum = OneVsRest.Train(examples, labels, terms, classes));
        return new(sum!, network!);
    }

    /// <summary>The log-odds of each class.</summary>
    /// <param name="scores">As many as classes.</param>
    public void Score(SparseVector message, Span<float> scores)
    {
        Span<float> others = scores.Length <= 512 ? stackalloc float[scores.Length] : new float[scores.Length];
        network.Score(message, others);
        sum.Score(message, scores);
        for (var one = 0; one < scores.Length; one++) scores[one] = (scores[one] + others[one]) / 2;
    }

    /// <summary>Of the weight of the message's first <paramref name="terms"/> terms, the share of those that speak for the class.</summary>
    public double For(SparseVector message, int label, int terms)
    {
        var (speaks, all) = (0f, 0f);
        for (var i = 0; i < message.Indices.Length && message.Indices[i] < terms; i++)
        {
            var square = message.Values[i] * message.Values[i];
            all += square;
            if (sum.Weight(message.Indices[i], label) > 0) speaks += square;
        }
        return all == 0 ? 0 : speaks / all;
    }
}
