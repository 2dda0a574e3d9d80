namespace LiveSop.Domain.Mining;

/// <summary>
/// Mines the procedure that most cases follow, for logs whose events people were not made to record: no case shows all of it, and no two are
/// equal. Blocks are found by how each pair of activities stands to each other in most of the cases that have both (after Leemans,
/// Fahland, van der Aalst: Discovering Block-Structured Process Models from Incomplete Event Logs, 2014, where relations are
/// estimated instead of read off), and no activity stands in the tree twice, so that it reads as a procedure. What only some cases do
/// can be skipped.
/// </summary>
public static class MajorityMiner
{
    /// <summary>An activity in this share of the cases is expected in every case.</summary>
    private const double Usual = 0.9;

    /// <summary>How often the other order may occur before there is no order. Each is tried, and judged by fitness and precision.</summary>
    private static readonly double[] Exceptions = [0.2, 0.3, 0.4, 0.5, 0.6, 1];

    /// <returns>A sound tree with every activity of the log exactly once.</returns>
    public static ProcessTree Mine(EventLog log)
    {
        var relations = new Relations(log);
        var occurring = Enumerable.Range(0, log.Activities.Count).Where(a => relations.With(a) > 0)
            .OrderBy(relations.Place).ThenBy(a => a).ToArray();
        if (occurring.Length == 0) return ProcessTree.Silent;
        var prefixes = PrefixTree.Of(log);
        return Exceptions.Select(exceptions => WithSkips(new Blocks(relations, exceptions).Of(occurring), log, log.Cases).Simplify())
            .MaxBy(tree => Math.Round(Quality.Estimate(tree, prefixes).F, 3))!;
    }

    /// <summary>Each block that some cases do without can be skipped.</summary>
    private static ProcessTree WithSkips(ProcessTree tree, EventLog log, int cases)
    {
        var with = WithAny(tree, log);
        var skipped = tree switch
        {
            ProcessTree.Choice => tree.Over([.. tree.Children().Select(child => WithSkips(child, log, WithAny(child, log)))]),
            ProcessTree.Loop loop => new ProcessTree.Loop(WithSkips(loop.Do, log, with), loop.Redo),
            ProcessTree.Sequence or ProcessTree.Parallel => tree.Over([.. tree.Children().Select(child => WithSkips(child, log, with))]),
            _ => tree,
        };
        return with >= Usual * cases ? skipped : TreeShape.Optional(skipped);
    }

    private static int WithAny(ProcessTree tree, EventLog log)
    {
        var inside = tree.Activities().ToHashSet();
        return log.Variants.Where(v => v.Trace.Any(inside.Contains)).Sum(v => v.Count);
    }
}
