using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>Which words each state emits. Rows are terms, so that one turn touches only the rows of its own words.</summary>
internal sealed class Emissions
{
    private readonly IReadOnlyList<SparseVector> turns;
    private readonly int states;
    private readonly float[] background;
    private readonly float[] logs;

    /// <param name="prior">How much the words of all turns count in each state, per term.</param>
    public Emissions(IReadOnlyList<SparseVector> turns, int terms, int states, float prior)
    {
        (this.turns, this.states) = (turns, states);
        logs = new float[terms * states];
        background = new float[terms];
        var used = new bool[terms];
        foreach (var turn in turns)
        {
            turn.AddTo(background);
            foreach (var index in turn.Indices) used[index] = true;
        }
        for (var i = 0; i < terms; i++) background[i] = used[i] ? background[i] + 1 : 0;
        var mass = prior * used.Count(u => u) / background.Sum();
        for (var i = 0; i < terms; i++) background[i] *= mass;
    }

    public void Learn(IReadOnlyList<float[]> beliefs)
    {
        for (var term = 0; term < background.Length; term++) Row(term).Fill(background[term]);
        for (var t = 0; t < turns.Count; t++)
            for (var i = 0; i < turns[t].Indices.Length; i++) Lanes.AddScaled(Row(turns[t].Indices[i]), beliefs[t], turns[t].Values[i]);
        var totals = new float[states];
        for (var term = 0; term < background.Length; term++) Lanes.AddScaled(totals, Row(term), 1);
        for (var s = 0; s < states; s++) totals[s] = MathF.Log(totals[s]);
        for (var term = 0; term < background.Length; term++)
            if (background[term] > 0)
            {
                var row = Row(term);
                for (var s = 0; s < states; s++) row[s] = MathF.Log(row[s]) - totals[s];
            }
    }

    /// <summary>Into <paramref name="result"/>: the likelihood of each state, the greatest being 1.</summary>
    public void Likelihood(SparseVector turn, Span<float> result)
    {
        result.Clear();
        for (var i = 0; i < turn.Indices.Length; i++) Lanes.AddScaled(result, Row(turn.Indices[i]), turn.Values[i]);
        var most = result[Lanes.IndexOfMax(result)];
        for (var s = 0; s < result.Length; s++) result[s] = MathF.Exp(result[s] - most);
    }

    private Span<float> Row(int term) => logs.AsSpan(term * states, states);
}
