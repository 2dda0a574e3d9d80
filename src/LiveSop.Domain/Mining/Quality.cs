namespace LiveSop.Domain.Mining;

/// <summary>How well a tree and a log agree.</summary>
/// <param name="Fitness">1 - cost of optimal alignments / cost of the worst (all events added, a shortest run skipped); in [0, 1] (Adriansyah 2014, def. 5.13).</param>
/// <param name="Precision">1 - steps the tree allows after a prefix of the log but nobody took / steps it allows, by cases; in [0, 1]
/// (escaping edges: Muñoz-Gama, Carmona: A Fresh Look at Precision in Process Conformance, 2010). Only prefixes that fit count.</param>
public sealed record Quality(double Fitness, double Precision)
{
    /// <summary>Harmonic mean of both; in [0, 1].</summary>
    public double F => Fitness + Precision <= 0 ? 0 : 2 * Fitness * Precision / (Fitness + Precision);

    /// <summary>Of a log that has at least one case.</summary>
    public static Quality Of(ProcessTree tree, EventLog log)
    {
        var replay = new Replay(tree, log.Activities.Count);
        var cost = log.Variants.Sum(v => (long)v.Count * replay.Align(v.Trace).Cost);
        var worst = log.Events + (long)log.Cases * replay.Shortest;
        return new Quality(worst == 0 ? 1 : 1 - (double)cost / worst, Estimate(tree, PrefixTree.Of(log)).Precision);
    }

    /// <summary>The same by one pass over the prefixes with a few best states for each: precision is exact, fitness at most what it is.</summary>
    internal static Quality Estimate(ProcessTree tree, PrefixTree prefixes) => new PrefixReplay(prefixes).Run(tree);
}
