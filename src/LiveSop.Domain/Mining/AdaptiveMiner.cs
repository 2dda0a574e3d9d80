namespace LiveSop.Domain.Mining;

/// <summary>
/// Inductive mining that asks at every node which division describes the log there best, instead of taking the first:
/// the cuts of the graph at every noise threshold, or else the fall-throughs, each carried through to a whole subtree and measured on the node's own log.
/// </summary>
internal sealed class AdaptiveMiner
{
    /// <summary>Divisions carried through; when they are spent, only the first at every node.</summary>
    private const int Budget = 200;

    private const int LongestRepetition = 3;

    private readonly Dictionary<EventLog, ProcessTree> found = new(EventLog.SameCases);
    private int left = Budget;

    public ProcessTree Mine(EventLog log) => Find(log).Simplify();

    private ProcessTree Find(EventLog log)
    {
        if (InductiveMiner.BaseCase(log) is { } leaf) return leaf;
        if (found.TryGetValue(log, out var known)) return known;
        var candidates = (FallThroughs.EmptyTraces(log) is { } division ? MaybeOptional(Find(division.Parts[0]))
            : FallThroughs.Occurring(log) is [var only] ? Repetitions(only)
            : Divisions(log).Select(d => d.Over([.. d.Parts.Select(Find)]))).ToList();
        return found[log] = candidates is [var single] ? single : candidates.MaxBy(new Appeal(PrefixTree.Of(log)).Of)!;
    }

    private static IEnumerable<ProcessTree> MaybeOptional(ProcessTree tree) => [tree, TreeShape.Optional(tree)];

    /// <summary>One activity alone: once, a set number of times, twice at most, or any number of times.</summary>
    private static IEnumerable<ProcessTree> Repetitions(int activity)
    {
        ProcessTree once = new ProcessTree.Activity(activity);
        yield return once;
        for (var times = 2; times <= LongestRepetition; times++)
            yield return new ProcessTree.Sequence([.. Enumerable.Repeat(once, times)]);
        yield return new ProcessTree.Sequence([once, TreeShape.Optional(once)]);
        yield return new ProcessTree.Loop(once, ProcessTree.Silent);
    }

    private IEnumerable<Division> Divisions(EventLog log)
    {
        var divisions = Cuts(DirectlyFollows.Of(log)).Select(log.Along);
        if (!divisions.Any()) divisions = FallThroughs.All(log);
        foreach (var division in divisions.Where(d => d.Parts.Any(p => p.Events > 0)))
        {
            yield return division;
            if (--left < 0) yield break;
        }
    }

    private static List<Cut> Cuts(DirectlyFollows graph)
    {
        var cuts = new List<Cut>();
        var edges = -1;
        foreach (var clearer in Recipe.Noises.Select(graph.Without))
        {
            if (clearer.Edges == edges) continue;
            edges = clearer.Edges;
            cuts.AddRange(Mining.Cuts.All(clearer).Where(cut => !cuts.Exists(cut.Same)).ToList());
        }
        return cuts;
    }
}
