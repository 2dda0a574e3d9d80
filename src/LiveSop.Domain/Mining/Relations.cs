namespace LiveSop.Domain.Mining;

/// <summary>How two activities stand to each other in most of the cases that have both.</summary>
internal sealed class Relations
{
    /// <summary>Together in fewer cases than this share of what chance gives: one or the other.</summary>
    private const double RarelyTogether = 0.3;

    private const double FewestExpected = 2;
    private const int Granted = 3;

    private readonly int[,] before;
    private readonly int[,] mixed;
    private readonly int[] cases;
    private readonly int[] repeated;
    private readonly double[] place;

    public Relations(EventLog log)
    {
        var n = log.Activities.Count;
        (before, mixed, cases, repeated, place) = (new int[n, n], new int[n, n], new int[n], new int[n], new double[n]);
        Cases = log.Cases;
        foreach (var variant in log.Variants) Count(variant.Trace, variant.Count);
        for (var a = 0; a < n; a++) place[a] /= Math.Max(1, cases[a]);
    }

    public int Cases { get; }

    /// <summary>The cases with the activity.</summary>
    public int With(int activity) => cases[activity];

    /// <summary>The mean place of its first occurrence, in [0, 1].</summary>
    public double Place(int activity) => place[activity];

    /// <summary>Of the cases with the activity, those in which it comes again.</summary>
    public double Repeats(int activity) => (double)repeated[activity] / Math.Max(1, cases[activity]);

    /// <summary>They take turns in this share of the cases with both or more, with a few cases in order taken for granted.</summary>
    public bool TakeTurns(int a, int b, double share) => mixed[a, b] >= share * (Together(a, b) + Granted);

    /// <summary>The later one comes first in more than this share of the cases with both, with a few cases in order taken for granted.</summary>
    public bool Contradict(int earlier, int later, double exceptions) =>
        !ExcludeEachOther(earlier, later) && before[later, earlier] > exceptions * (Together(earlier, later) + Granted);

    public bool ExcludeEachOther(int a, int b)
    {
        var expected = (double)cases[a] * cases[b] / Math.Max(1, Cases);
        return expected >= FewestExpected && Together(a, b) < RarelyTogether * expected;
    }

    private int Together(int a, int b) => before[a, b] + before[b, a];

    private void Count(int[] trace, int count)
    {
        var first = trace.Distinct().ToArray();
        var last = trace.Index().GroupBy(e => e.Item).ToDictionary(g => g.Key, g => (First: g.Min(e => e.Index), Last: g.Max(e => e.Index)));
        for (var i = 0; i < first.Length; i++)
        {
            var a = first[i];
            cases[a] += count;
            place[a] += (double)count * last[a].First / trace.Length;
            if (last[a].Last > last[a].First) repeated[a] += count;
            foreach (var b in first.Skip(i + 1))
            {
                before[a, b] += count;
                if (last[a].Last > last[b].First) mixed[a, b] = mixed[b, a] += count;
            }
        }
    }
}
