using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>Which state follows which. One row more than there are states: the last stands for the border of a case.</summary>
internal sealed class Transitions
{
    private const float PriorWeight = 0.5f;
    private const float Border = 0.1f;
    private const float Negligible = 1e-7f;

    private readonly int states;
    private readonly float[][] counts;
    private readonly float[][] forward;
    private readonly float[][] backward;

    public Transitions(int states)
    {
        this.states = states;
        (counts, forward, backward) = (Square(states + 1), Square(states + 1), Square(states + 1));
    }

    /// <summary>Counts a case whose turns were judged one by one.</summary>
    public void Add(ReadOnlySpan<float[]> beliefs)
    {
        CountBorders(beliefs[0], beliefs[^1]);
        for (var t = 0; t + 1 < beliefs.Length; t++)
            for (var s = 0; s < states; s++) Lanes.AddScaled(counts[s].AsSpan(0, states), beliefs[t + 1], beliefs[t][s]);
    }

    /// <summary>Turns what was counted into probabilities, smoothed towards how frequent each state is, and begins to count anew.</summary>
    public void Learn(float[] prior)
    {
        for (var s = 0; s <= states; s++)
        {
            var row = forward[s];
            Array.Copy(counts[s], row, states + 1);
            Lanes.AddScaled(row.AsSpan(0, states), prior, PriorWeight * states * (1 - Border));
            row[states] += PriorWeight * states * Border;
            Lanes.Normalize(row);
            Array.Clear(counts[s]);
            for (var to = 0; to <= states; to++) backward[to][s] = row[to];
        }
    }

    /// <summary>Forward-backward over one case: likelihoods become beliefs, and the case is counted.</summary>
    public void Smooth(Span<float[]> turns)
    {
        var ahead = new float[turns.Length][];
        for (var t = 0; t < turns.Length; t++) ahead[t] = Ahead(t == 0 ? null : ahead[t - 1], turns[t]);
        var behind = new float[states];
        for (var s = 0; s < states; s++) behind[s] = forward[s][states];
        for (var t = turns.Length - 1; t >= 0; t--)
        {
            var likelihood = turns[t];
            turns[t] = Product(ahead[t], behind);
            if (t == 0) break;
            var weighted = Product(likelihood, behind, normalize: false);
            CountStep(ahead[t - 1], weighted);
            behind = new float[states];
            for (var s = 0; s < states; s++) Lanes.AddScaled(behind, backward[s].AsSpan(0, states), weighted[s]);
            Lanes.Normalize(behind);
        }
        CountBorders(turns[0], turns[^1]);
    }

    private float[] Ahead(float[]? before, float[] likelihood)
    {
        var ahead = new float[states];
        if (before is null) forward[states].AsSpan(0, states).CopyTo(ahead);
        else
            for (var s = 0; s < states; s++) Lanes.AddScaled(ahead, forward[s].AsSpan(0, states), before[s]);
        for (var s = 0; s < states; s++) ahead[s] *= likelihood[s];
        Lanes.Normalize(ahead);
        return ahead;
    }

    private void CountStep(float[] before, float[] weighted)
    {
        var expected = new float[states];
        for (var s = 0; s < states; s++) Lanes.AddScaled(expected, forward[s].AsSpan(0, states), before[s]);
        var total = 0f;
        for (var to = 0; to < states; to++) total += expected[to] * weighted[to];
        if (total <= 0) return;
        for (var s = 0; s < states; s++)
            if (before[s] / total is > Negligible and var share) AddProduct(counts[s], forward[s], weighted, share);
    }

    private void AddProduct(float[] target, float[] a, float[] b, float scale)
    {
        for (var to = 0; to < states; to++) target[to] += scale * a[to] * b[to];
    }

    private void CountBorders(float[] first, float[] last)
    {
        Lanes.AddScaled(counts[states].AsSpan(0, states), first, 1);
        for (var s = 0; s < states; s++) counts[s][states] += last[s];
    }

    private static float[] Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b, bool normalize = true)
    {
        var product = new float[b.Length];
        for (var i = 0; i < product.Length; i++) product[i] = a[i] * b[i];
        if (normalize) Lanes.Normalize(product);
        return product;
    }

    private static float[][] Square(int size) => [.. Enumerable.Range(0, size).Select(_ => new float[size])];
}
