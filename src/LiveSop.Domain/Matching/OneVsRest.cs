using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>
/// One logistic regression per class, this class against all others, learned by stochastic gradient descent. They share no normaliser, so that
/// what is of no class can be far from all of them. The weights of a term for all classes lie side by side.
/// </summary>
internal sealed class OneVsRest
{
    private const int Epochs = 15;

    /// <summary>At the beginning; it falls evenly to nothing. Vectors have length 1, so steps may be large.</summary>
    private const float FirstStep = 10;

    /// <summary>Of the step of the weights.</summary>
    private const float BiasShare = 0.1f;

    private const int Seed = 1;

    private readonly int classes;
    private readonly float[] weights;
    private readonly float[] biases;

    private OneVsRest(int terms, int classes) => (this.classes, weights, biases) = (classes, new float[(long)terms * classes], new float[classes]);

    /// <param name="labels">For each example its class, from 0; negative where it is of none.</param>
    public static OneVsRest Train(IReadOnlyList<SparseVector> examples, IReadOnlyList<int> labels, int terms, int classes)
    {
        var model = new OneVsRest(terms, classes);
        var (order, random) = (Enumerable.Range(0, examples.Count).ToArray(), new Random(Seed));
        var (scores, done) = (new float[classes], 0);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var example in order) model.Learn(examples[example], labels[example], FirstStep * (1 - ((float)done++ / (Epochs * order.Length))), scores);
        }
        return model;
    }

    /// <summary>The log-odds of each class.</summary>
    /// <param name="scores">As many as classes.</param>
    public void Score(SparseVector message, Span<float> scores)
    {
        biases.CopyTo(scores);
        for (var i = 0; i < message.Indices.Length; i++) Lanes.AddScaled(scores, Of(message.Indices[i]), message.Values[i]);
    }

    /// <summary>How much the term speaks for the class; negative where against it.</summary>
    public float Weight(int term, int label) => weights[(term * classes) + label];

    private void Learn(SparseVector example, int label, float step, float[] scores)
    {
        Score(example, scores);
        for (var one = 0; one < classes; one++) scores[one] = (one == label ? 1 : 0) - (1 / (1 + MathF.Exp(-scores[one])));
        Lanes.AddScaled(biases, scores, BiasShare * step);
        for (var i = 0; i < example.Indices.Length; i++) Lanes.AddScaled(Of(example.Indices[i]), scores, step * example.Values[i]);
    }

    private Span<float> Of(int term) => weights.AsSpan(term * classes, classes);
}
