namespace LiveSop.Domain.Mining;

/// <summary>
/// Divides a log until single activities are left, and so finds a sound process tree for any log (Leemans, Fahland, van der Aalst 2013);
/// with noise, rare edges are overlooked where they hide a cut (IMf, 2014). Without noise the tree replays its whole log.
/// </summary>
public sealed class InductiveMiner
{
    private readonly double noise;

    /// <param name="noise">Share of the strongest way on below which a way on is overlooked, and share of empty cases that is; in [0, 1].</param>
    public InductiveMiner(double noise = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(noise, 1);
        this.noise = noise;
    }

    public ProcessTree Mine(EventLog log) => Find(log).Simplify();

    private ProcessTree Find(EventLog log) => BaseCase(log) ?? Recurse(EmptyTraces(log) ?? Cut(log) ?? FallThroughs.Find(log));

    private ProcessTree Recurse(Division division) => division.Over([.. division.Parts.Select(Find)]);

    /// <summary>Nothing happens, or one activity once in every case.</summary>
    internal static ProcessTree? BaseCase(EventLog log) => log.Variants switch
    {
        [] or [{ Trace: [] }] => ProcessTree.Silent,
        [{ Trace: [var only] }] => new ProcessTree.Activity(only),
        _ => null,
    };

    /// <summary>Either the empty cases are noise, and the division is that of the others, or the others are optional.</summary>
    private Division? EmptyTraces(EventLog log)
    {
        if (FallThroughs.EmptyTraces(log) is not { } division) return null;
        var filled = division.Parts[0];
        return log.Cases - filled.Cases > noise * log.Cases ? division : new Division(Operator.Sequence, [filled]);
    }

    private Division? Cut(EventLog log)
    {
        var graph = DirectlyFollows.Of(log);
        var cut = Cuts.Find(graph) ?? (noise > 0 ? Cuts.Find(graph.Without(noise)) : null);
        return cut is null ? null : log.Along(cut);
    }
}
