namespace LiveSop.Domain.Mining;

/// <summary>
/// A log divided along a cut. Where noise was filtered from the graph a trace need not obey the cut; events that disobey are left out,
/// as few as the split can see (Leemans, Fahland, van der Aalst: Discovering … Containing Infrequent Behaviour, 2014, sec. 3.2).
/// </summary>
internal static class Splits
{
    public static Division Along(this EventLog log, Cut cut)
    {
        var group = new int[log.Activities.Count];
        Array.Fill(group, -1);
        for (var i = 0; i < cut.Groups.Count; i++)
            foreach (var activity in cut.Groups[i])
                group[activity] = i;
        var groups = Enumerable.Range(0, cut.Groups.Count).ToList();
        return cut.Operator switch
        {
            Operator.Choice => new Division(Operator.Choice, Choice(log, group, groups)),
            Operator.Sequence => new Division(Operator.Sequence, Sequence(log, group, groups)),
            Operator.Parallel => new Division(Operator.Parallel, [.. groups.Select(g => log.Keeping(a => group[a] == g))]),
            _ => new Division(Operator.Loop, [Runs(log, a => group[a] == 0, true), Runs(log, a => group[a] > 0, false)]),
        };
    }

    /// <summary>A trace goes where most of its events belong.</summary>
    private static List<EventLog> Choice(EventLog log, int[] group, List<int> groups)
    {
        int Home(int[] trace) => groups.MaxBy(g => trace.Count(a => group[a] == g));
        return [.. groups.Select(g => log.Where(v => Home(v.Trace) == g).Keeping(a => group[a] == g))];
    }

    private static List<EventLog> Sequence(EventLog log, int[] group, List<int> groups)
    {
        var parts = groups.ConvertAll(_ => new List<Variant>());
        foreach (var variant in log.Variants)
        {
            var from = 0;
            foreach (var g in groups)
            {
                var to = g == groups.Count - 1 ? variant.Trace.Length : EndOf(variant.Trace, from, group, g);
                parts[g].Add(variant with { Trace = Array.FindAll(variant.Trace[from..to], a => group[a] == g) });
                from = to;
            }
        }
        return parts.ConvertAll(variants => EventLog.From(log.Activities, variants));
    }

    /// <summary>Where leaving the group loses the fewest events: of the group behind the place, of later groups before it.</summary>
    private static int EndOf(int[] trace, int from, int[] group, int current)
    {
        var (best, cost, least) = (from, 0, 0);
        for (var i = from; i < trace.Length; i++)
        {
            cost += group[trace[i]] == current ? -1 : group[trace[i]] > current ? 1 : 0;
            if (cost < least) (best, least) = (i + 1, cost);
        }
        return best;
    }

    /// <summary>The uninterrupted runs of some activities; what is done surrounds what is redone, and so may be empty at either border.</summary>
    private static EventLog Runs(EventLog log, Predicate<int> member, bool surrounding) => log.Cut(trace =>
    {
        var runs = new List<int[]>();
        var start = 0;
        for (var i = 0; i <= trace.Length; i++)
        {
            if (i < trace.Length && member(trace[i])) continue;
            var border = start == 0 && i == 0 || i == trace.Length;
            if (i > start || surrounding && border) runs.Add(trace[start..i]);
            start = i + 1;
        }
        return runs;
    });
}
