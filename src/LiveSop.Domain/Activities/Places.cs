namespace LiveSop.Domain.Activities;

/// <summary>
/// Where the states stand in their cases. Two that come after and before the same ones stand in the same place; two that would have to meet
/// in many cases by chance, yet hardly ever do, are probably two wordings of one activity.
/// </summary>
internal sealed class Places
{
    private const double LeastSurprise = 0.2;
    private const int FewestEvents = 5;

    private readonly double[][] around;
    private readonly int[,] together;
    private readonly int[] cases;
    private readonly int[] events;
    private readonly int all;

    /// <param name="traces">For each case its states in order.</param>
    public Places(IReadOnlyList<int[]> traces, int states)
    {
        around = [.. Enumerable.Range(0, states).Select(_ => new double[2 * (states + 1)])];
        together = new int[states, states];
        cases = new int[states];
        events = new int[states];
        all = traces.Count;
        foreach (var trace in traces) Count(trace, states);
        foreach (var row in around) TakeRoots(row);
    }

    /// <summary>
    /// Bhattacharyya coefficient of what comes directly before and after; in [0, 1]. What chance takes away from it when few events are
    /// compared, about (k - 2) / 16 times the sum of 1 / n for k kinds of neighbours and n events, is given back where n is not too small
    /// to tell.
    /// </summary>
    public double Alike(int a, int b)
    {
        var (sum, kinds) = (0.0, 0);
        for (var i = 0; i < around[a].Length; i++)
        {
            sum += around[a][i] * around[b][i];
            if (around[a][i] + around[b][i] > 0) kinds++;
        }
        var byChance = Math.Min(events[a], events[b]) < FewestEvents ? 0 : (kinds - 2) / 16.0 * ((1.0 / events[a]) + (1.0 / events[b]));
        return Math.Min(1, sum + byChance);
    }

    /// <summary>The cases with both over those expected if they had nothing to do with each other; at least 0.2.</summary>
    public double Meeting(int a, int b) =>
        Math.Max(LeastSurprise, (together[a, b] + 0.5) / (((double)cases[a] * cases[b] / Math.Max(1, all)) + 0.5));

    private void Count(int[] trace, int states)
    {
        for (var i = 0; i < trace.Length; i++)
        {
            events[trace[i]]++;
            around[trace[i]][i == 0 ? states : trace[i - 1]]++;
            around[trace[i]][states + 1 + (i + 1 == trace.Length ? states : trace[i + 1])]++;
        }
        var present = trace.Distinct().ToArray();
        foreach (var a in present)
        {
            cases[a]++;
            foreach (var b in present) together[a, b]++;
        }
    }

    private static void TakeRoots(double[] row)
    {
        var total = Math.Max(1, row.Sum());
        for (var i = 0; i < row.Length; i++) row[i] = Math.Sqrt(row[i] / total);
    }
}
