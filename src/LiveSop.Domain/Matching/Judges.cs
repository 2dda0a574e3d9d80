using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>Models of the same messages, one that adds up terms and some in which they play together; their log-odds are averaged, for they err in different places.</summary>
internal sealed class Judges
{
    private const int Networks = 2;

    private readonly OneVsRest sum;
    private readonly Network[] networks;

    private Judges(OneVsRest sum, Network[] networks) => (this.sum, this.networks) = (sum, networks);

    /// <summary>Side by side; none hangs on another.</summary>
    /// <param name="labels">For each example its class, from 0; negative where it is of none.</param>
    public static Judges Train(IReadOnlyList<SparseVector> examples, IReadOnlyList<int> labels, int terms, int classes)
    {
        var (sum, networks) = (default(OneVsRest), new Network[Networks]);
        Parallel.For(0, Networks + 1, one =>
        {
            if (one < Networks) networks[one] = Network.Train(examples, labels, terms, classes, seed: one + 1);
            else sum = OneVsRest.Train(examples, labels, terms, classes);
        });
        return new(sum!, networks);
    }

    /// <summary>The log-odds of each class.</summary>
    /// <param name="scores">As many as classes.</param>
    public void Score(SparseVector message, Span<float> scores)
    {
        Span<float> others = scores.Length <= 512 ? stackalloc float[scores.Length] : new float[scores.Length];
        sum.Score(message, scores);
        foreach (var network in networks)
        {
            network.Score(message, others);
            Lanes.AddScaled(scores, others, 1);
        }
        for (var one = 0; one < scores.Length; one++) scores[one] /= 1 + Networks;
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
