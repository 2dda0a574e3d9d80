namespace LiveSop.Domain.Mining;

/// <summary>What to do with a log that no cut divides, from the most to the least informative (Leemans 2017, sec. 6.1.3 and pp. 181-186).</summary>
internal static class FallThroughs
{
    public static Division Find(EventLog log) =>
        OncePerTrace(log) ?? Concurrent(log) ?? StrictTauLoop(log) ?? TauLoop(log) ?? Flower(log);

    /// <summary>All that apply, in the same order; the flower only where nothing else does.</summary>
    public static IEnumerable<Division> All(EventLog log) =>
        new[] { OncePerTrace(log), Concurrent(log), StrictTauLoop(log), TauLoop(log) }.OfType<Division>().DefaultIfEmpty(Flower(log));

    /// <summary>Some cases are empty: the rest, or nothing. Null if none is, or all are.</summary>
    public static Division? EmptyTraces(EventLog log)
    {
        var filled = log.Where(v => v.Trace.Length > 0);
        return filled.Cases == log.Cases || filled.Cases == 0
            ? null
            : new Division(Operator.Choice, [filled, log.Where(v => v.Trace.Length == 0)]);
    }

    /// <summary>An activity that every case has exactly once goes in parallel with the rest.</summary>
    public static Division? OncePerTrace(EventLog log) =>
        Occurring(log)
            .Where(a => log.Variants.All(v => v.Trace.Count(b => b == a) == 1))
            .Select(a => Beside(log, a)).FirstOrDefault(d => d is not null);

    /// <summary>An activity without which the rest can be cut goes in parallel with the rest.</summary>
    public static Division? Concurrent(EventLog log) =>
        Occurring(log)
            .Where(a => Cuts.Find(DirectlyFollows.Of(log.Keeping(b => b != a))) is not null)
            .Select(a => Beside(log, a)).FirstOrDefault(d => d is not null);

    /// <summary>Starts again wherever an ending activity is followed by a starting one.</summary>
    public static Division? StrictTauLoop(EventLog log)
    {
        var (starts, ends) = Borders(log);
        return Again(log, (before, after) => ends.Contains(before) && starts.Contains(after));
    }

    /// <summary>Starts again wherever a starting activity comes.</summary>
    public static Division? TauLoop(EventLog log)
    {
        var (starts, _) = Borders(log);
        return Again(log, (_, after) => starts.Contains(after));
    }

    /// <summary>Any activity, any number of times: fits everything, says nothing.</summary>
    public static Division Flower(EventLog log) =>
        new(Operator.Loop, [log.Cut(trace => trace.Select(a => new[] { a })), Nothing(log)]);

    public static IReadOnlyList<int> Occurring(EventLog log) => DirectlyFollows.Of(log).Activities;

    /// <summary>Null where nothing else happens.</summary>
    public static Division? Beside(EventLog log, int activity)
    {
        var rest = log.Keeping(b => b != activity);
        return rest.Events == 0 ? null : new Division(Operator.Parallel, [log.Keeping(b => b == activity), rest]);
    }

    private static Division? Again(EventLog log, Func<int, int, bool> border)
    {
        var runs = log.Cut(trace => Runs(trace, border));
        return runs.Cases == log.Cases ? null : new Division(Operator.Loop, [runs, Nothing(log)]);
    }

    private static IEnumerable<int[]> Runs(int[] trace, Func<int, int, bool> border)
    {
        var start = 0;
        for (var i = 1; i <= trace.Length; i++)
            if (i == trace.Length || border(trace[i - 1], trace[i]))
            {
                yield return trace[start..i];
                start = i;
            }
    }

    private static (HashSet<int> Starts, HashSet<int> Ends) Borders(EventLog log) =>
        ([.. log.Variants.Select(v => v.Trace[0])], [.. log.Variants.Select(v => v.Trace[^1])]);

    private static EventLog Nothing(EventLog log) => EventLog.From(log.Activities, [Array.Empty<int>()]);
}
