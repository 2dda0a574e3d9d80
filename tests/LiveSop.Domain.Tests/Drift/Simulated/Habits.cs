namespace LiveSop.Domain.Tests.Drift.Simulated;

/// <summary>How cases differ from what was meant: steps left out, swapped, done twice, and other things done. By step, in [0, 1].</summary>
/// <param name="Others">Activities that are no steps; the first most often.</param>
/// <param name="Messy">The share of cases in which everything goes wrong three times as often.</param>
internal sealed record Habits(IReadOnlyDictionary<int, double> Slips, IReadOnlyList<int> Others, double Messy)
{
    public static Habits Of(IEnumerable<int> steps, double level, double messy, Random random)
    {
        var all = steps.ToList();
        return new(all.ToDictionary(step => step, _ => Math.Min(0.4, level * (0.3 + 1.4 * random.NextDouble()))),
            [.. Enumerable.Range(all.Max() + 1, random.Next(1, 5))], messy);
    }

    public int[] Spoil(List<int> meant, Random random)
    {
        var factor = random.NextDouble() < Messy ? 3 : Messy > 0 ? 0.6 : 1;
        var done = new List<int>();
        foreach (var step in meant)
        {
            var slips = random.NextDouble() < Math.Min(0.8, factor * Slips.GetValueOrDefault(step, 0.05));
            var kind = random.NextDouble();
            if (!slips || kind >= 0.4) done.Add(step);
            if (!slips || kind < 0.4) continue;
            if (kind < 0.65 && done.Count > 1) (done[^1], done[^2]) = (done[^2], done[^1]);
            else if (kind < 0.85) done.Add(Others[(int)(Others.Count * random.NextDouble() * random.NextDouble())]);
            else done.Add(step);
        }
        return [.. done];
    }
}
