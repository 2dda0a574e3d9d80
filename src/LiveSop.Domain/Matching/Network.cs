using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>
/// A layer of hidden units between terms and classes: what a term says may hang on the others. One logistic output per class, learned by stochastic gradient descent; half-learned
/// units are left out at random, so that none relies on another (Srivastava, Hinton and others, JMLR 15, 2014).
/// </summary>
internal sealed class Network
{
    private const int Units = 128;
    private const int Epochs = 15;

    /// <summary>Few examples are gone through more often.</summary>
    private const int FewestSteps = 5_000;

    /// <summary>At the beginning; it falls evenly to nothing.</summary>
    private const float FirstStep = 0.5f;

    // Of that step.
    private const float OutputShare = 0.03f;
    private const float BiasShare = 0.1f;

    private const float LeftOut = 0.3f;
    private const float FirstInput = 0.1f;

    /// <summary>Before anything is learned hardly any message is of a class.</summary>
    private const float FirstBias = -3;

    private readonly int classes;
    private readonly float[] inputs;
    private readonly float[] unitBiases = new float[Units];
    private readonly float[] outputs;
    private readonly float[] classBiases;

    private Network(int terms, int classes, Random random)
    {
        (this.classes, inputs, outputs, classBiases) = (classes, new float[(long)terms * Units], new float[Units * classes], new float[classes]);
        Scatter(inputs, FirstInput);
        Scatter(outputs, MathF.Sqrt(3f / Units));
        Array.Fill(classBiases, FirstBias);

        void Scatter(float[] weights, float most)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = (random.NextSingle() - 0.5f) * 2 * most;
        }
    }

    /// <param name="labels">For each example its class, from 0; negative where it is of none.</param>
    /// <param name="seed">Another one gives another network, which errs elsewhere.</param>
    public static Network Train(IReadOnlyList<SparseVector> examples, IReadOnlyList<int> labels, int terms, int classes, int seed)
    {
        var random = new Random(seed);
        var network = new Network(terms, classes, random);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (steps, done) = (Math.Max(Epochs * order.Length, order.Length == 0 ? 0 : FewestSteps), 0);
        var pass = new Pass(network, random);
        while (done < steps)
        {
            random.Shuffle(order);
            for (var i = 0; i < order.Length && done < steps; i++) pass.Learn(examples[order[i]], labels[order[i]], FirstStep * (1 - ((float)done++ / steps)));
        }
        return network;
    }

    /// <summary>The log-odds of each class.</summary>
    /// <param name="scores">As many as classes.</param>
    public void Score(SparseVector message, Span<float> scores)
    {
        Span<float> units = stackalloc float[Units];
        Excite(message, units);
        Score(units, scores);
    }

    private void Excite(SparseVector message, Span<float> units)
    {
        unitBiases.CopyTo(units);
        for (var i = 0; i < message.Indices.Length; i++) Lanes.AddScaled(units, Into(message.Indices[i]), message.Values[i]);
        for (var unit = 0; unit < Units; unit++) units[unit] = Math.Max(0, units[unit]);
    }

    private void Score(ReadOnlySpan<float> units, Span<float> scores)
    {
        classBiases.CopyTo(scores);
        for (var unit = 0; unit < Units; unit++)
            if (units[unit] > 0) Lanes.AddScaled(scores, OutOf(unit), units[unit]);
    }

    private Span<float> Into(int term) => inputs.AsSpan(term * Units, Units);

    private Span<float> OutOf(int unit) => outputs.AsSpan(unit * classes, classes);

    /// <summary>Forth and back through the network, with what that needs for its sums.</summary>
    private sealed class Pass(Network network, Random random)
    {
        private readonly float[] units = new float[Units];
        private readonly float[] slopes = new float[Units];
        private readonly float[] errors = new float[network.classes];

        public void Learn(SparseVector example, int label, float step)
        {
            network.Excite(example, units);
            for (var unit = 0; unit < Units; unit++) units[unit] = random.NextSingle() < LeftOut ? 0 : units[unit] / (1 - LeftOut);
            network.Score(units, errors);
            for (var one = 0; one < errors.Length; one++) errors[one] = (one == label ? 1 : 0) - (1 / (1 + MathF.Exp(-errors[one])));
            for (var unit = 0; unit < Units; unit++) slopes[unit] = units[unit] > 0 ? Dot(network.OutOf(unit), errors) / (1 - LeftOut) : 0;
            Change(example, step);
        }

        private void Change(SparseVector example, float step)
        {
            for (var unit = 0; unit < Units; unit++)
                if (units[unit] > 0) Lanes.AddScaled(network.OutOf(unit), errors, OutputShare * step * units[unit]);
            Lanes.AddScaled(network.classBiases, errors, BiasShare * step);
            for (var i = 0; i < example.Indices.Length; i++) Lanes.AddScaled(network.Into(example.Indices[i]), slopes, step * example.Values[i]);
            Lanes.AddScaled(network.unitBiases, slopes, BiasShare * step);
        }

        /// <summary>Eight sums side by side, added up in order: the same on every processor.</summary>
        private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
        {
            var wide = MemoryMarshal.Cast<float, Vector256<float>>(one);
            var with = MemoryMarshal.Cast<float, Vector256<float>>(other);
            var (sums, sum) = (Vector256<float>.Zero, 0f);
            for (var i = 0; i < wide.Length; i++) sums += wide[i] * with[i];
            for (var lane = 0; lane < Vector256<float>.Count; lane++) sum += sums[lane];
            for (var i = wide.Length * Vector256<float>.Count; i < one.Length; i++) sum += one[i] * other[i];
            return sum;
        }
    }
}
