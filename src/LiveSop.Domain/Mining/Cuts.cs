namespace LiveSop.Domain.Mining;

/// <summary>
/// The four cuts of a directly-follows graph (Leemans, Fahland, van der Aalst: Discovering Block-Structured Process Models from Event Logs,
/// 2013; as algorithms in Leemans, Robust Process Mining with Guarantees, 2017, pp. 188-190 and 233).
/// </summary>
internal static class Cuts
{
    /// <summary>The first that the graph allows, in the paper's order; null where it allows none.</summary>
    public static Cut? Find(DirectlyFollows graph) =>
        Choice(graph) ?? Sequence(graph) ?? Parallel(graph) ?? Loop(graph);

    /// <summary>All that the graph allows.</summary>
    public static IEnumerable<Cut> All(DirectlyFollows graph) =>
        new[] { Choice(graph), Sequence(graph), Parallel(graph), Loop(graph) }.OfType<Cut>();

    /// <summary>No edge between groups.</summary>
    public static Cut? Choice(DirectlyFollows graph) =>
        Make(Operator.Choice, graph, Components.Where(graph.Size, (a, b) => graph.Edge(a, b) || graph.Edge(b, a)).Groups());

    /// <summary>From every group one can get to all later ones, and never back.</summary>
    public static Cut? Sequence(DirectlyFollows graph)
    {
        var reaches = Reachability(graph);
        var groups = Components.Where(graph.Size, (a, b) => reaches[a, b] == reaches[b, a]).Groups();
        // In a total order, who is reached by fewer stands earlier.
        groups.Sort((g, h) => reaches[g[0], h[0]] ? -1 : reaches[h[0], g[0]] ? 1 : 0);
        return Make(Operator.Sequence, graph, JointlySkipped(graph, groups));
    }

    /// <summary>All edges between groups, and every group can start and end.</summary>
    public static Cut? Parallel(DirectlyFollows graph)
    {
        var groups = Components.Where(graph.Size, (a, b) => !graph.Edge(a, b) || !graph.Edge(b, a)).Groups();
        var whole = groups.Where(g => g.Exists(a => graph.Starts[a] > 0) && g.Exists(a => graph.Ends[a] > 0)).ToList();
        if (whole.Count < 2) return null;
        // A group that cannot stand alone goes with the smallest that can.
        foreach (var part in groups.Except(whole)) whole.MinBy(g => g.Count)!.AddRange(part);
        return Make(Operator.Parallel, graph, whole);
    }

    /// <summary>What starts and ends is done; the others, entered from every end and left to every start, are redone.</summary>
    public static Cut? Loop(DirectlyFollows graph)
    {
        bool Border(int a) => graph.Starts[a] > 0 || graph.Ends[a] > 0;
        var inner = Components.Where(graph.Size, (a, b) => !Border(a) && !Border(b) && (graph.Edge(a, b) || graph.Edge(b, a)));
        var redo = inner.Groups().Where(g => !Border(g[0]) && CanBeRedone(graph, g)).ToList();
        var body = Enumerable.Range(0, graph.Size).Except(redo.SelectMany(g => g)).ToList();
        return Make(Operator.Loop, graph, [body, .. redo]);
    }

    private static Cut? Make(Operator kind, DirectlyFollows graph, List<List<int>> groups) =>
        groups.Count < 2 || groups[0].Count == 0 ? null : new Cut(kind, [.. groups.Select(g => g.Select(a => graph.Activities[a]).Order().ToArray())]);

    private static bool[,] Reachability(DirectlyFollows graph)
    {
        var reaches = new bool[graph.Size, graph.Size];
        for (var a = 0; a < graph.Size; a++)
            for (var b = 0; b < graph.Size; b++)
                reaches[a, b] = graph.Edge(a, b);
        for (var via = 0; via < graph.Size; via++)
            for (var a = 0; a < graph.Size; a++)
                if (reaches[a, via])
                    for (var b = 0; b < graph.Size; b++)
                        reaches[a, b] |= reaches[via, b];
        return reaches;
    }

    /// <summary>Neighbouring groups that are only ever passed over together become one, which keeps "all or none" (2017, p. 233).</summary>
    private static List<List<int>> JointlySkipped(DirectlyFollows graph, List<List<int>> groups)
    {
        var place = new int[graph.Size];
        for (var i = 0; i < groups.Count; i++)
            foreach (var a in groups[i])
                place[a] = i;
        var (earliest, latest) = Neighbours(graph, groups.Count, place);
        var joined = new Components(groups.Count);
        for (var pivot = 0; pivot < groups.Count; pivot++)
            if (PassedOver(graph, place, pivot))
            {
                for (var q = pivot - 1; q >= 0 && latest[q] <= pivot; q--) joined.Join(q, pivot);
                for (var q = pivot + 1; q < groups.Count && earliest[q] >= pivot; q++) joined.Join(q, pivot);
            }
        return [.. joined.Groups().Select(g => g.SelectMany(i => groups[i]).ToList())];
    }

    /// <summary>The first group that leads to each, and the last that each leads to; -1 and the number of groups stand for start and end.</summary>
    private static (int[] Earliest, int[] Latest) Neighbours(DirectlyFollows graph, int groups, int[] place)
    {
        var earliest = Enumerable.Repeat(groups, groups).ToArray();
        var latest = Enumerable.Repeat(-1, groups).ToArray();
        for (var a = 0; a < graph.Size; a++)
        {
            if (graph.Starts[a] > 0) earliest[place[a]] = -1;
            if (graph.Ends[a] > 0) latest[place[a]] = groups;
            for (var b = 0; b < graph.Size; b++)
                if (graph.Edge(a, b) && place[a] != place[b])
                {
                    earliest[place[b]] = Math.Min(earliest[place[b]], place[a]);
                    latest[place[a]] = Math.Max(latest[place[a]], place[b]);
                }
        }
        return (earliest, latest);
    }

    private static bool PassedOver(DirectlyFollows graph, int[] place, int pivot)
    {
        for (var a = 0; a < graph.Size; a++)
        {
            if (graph.Starts[a] > 0 && place[a] > pivot || graph.Ends[a] > 0 && place[a] < pivot) return true;
            for (var b = 0; b < graph.Size; b++)
                if (graph.Edge(a, b) && place[a] < pivot && place[b] > pivot)
                    return true;
        }
        return false;
    }

    private static bool CanBeRedone(DirectlyFollows graph, List<int> group)
    {
        var nodes = Enumerable.Range(0, graph.Size).ToList();
        var (starts, ends) = (nodes.Where(a => graph.Starts[a] > 0).ToList(), nodes.Where(a => graph.Ends[a] > 0).ToList());
        return group.TrueForAll(a =>
            nodes.TrueForAll(b => group.Contains(b) || (!graph.Edge(b, a) || graph.Ends[b] > 0) && (!graph.Edge(a, b) || graph.Starts[b] > 0))
            && (!starts.Exists(s => graph.Edge(a, s)) || starts.TrueForAll(s => graph.Edge(a, s)))
            && (!ends.Exists(e => graph.Edge(e, a)) || ends.TrueForAll(e => graph.Edge(e, a))));
    }
}
