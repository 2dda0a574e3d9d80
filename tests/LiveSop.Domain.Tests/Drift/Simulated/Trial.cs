using LiveSop.Domain.Drift;

namespace LiveSop.Domain.Tests.Drift.Simulated;

/// <summary>What a watch makes of a stream, looking after every case.</summary>
/// <param name="Delay">Cases from the change to the right proposal; null: not within 100.</param>
/// <param name="Early">Something was proposed before the change.</param>
/// <param name="WrongFirst">A proposal since the change that was not right came before the right one.</param>
/// <param name="Surplus">The right proposal held other edits, too.</param>
internal sealed record Trial(int? Delay, bool Early, bool WrongFirst, bool Surplus)
{
    public static bool Raises(Stream stream) =>
        new DriftWatch(stream.Tree, stream.Activities).Look(stream.Baseline, stream.Live, []).Counts.Any(count => count.FirstRaised is not null);

    public static Trial Of(Stream stream, int seed)
    {
        var watch = new DriftWatch(stream.Tree, stream.Activities);
        var raised = watch.Look(stream.Baseline, stream.Live, []).Counts.Min(count => count.FirstRaised) ?? int.MaxValue;
        var (early, wrong) = (raised <= stream.At, false);
        for (var t = Math.Max(raised, stream.At + 1); t <= stream.Live.Count && t > 0; t++)
        {
            if (watch.Look(stream.Baseline, [.. stream.Live.Take(t)], []) is not DriftState.Shifted shifted) continue;
            if (stream.Change!.IsSaidBy(shifted.Revision, stream.Tree, stream.Activities, new Random(seed)))
                return new Trial(t - stream.At, early, wrong, shifted.Revision.Reasons.Any(reason => !stream.Change.Says(reason.Deviation)));
            wrong = true;
        }
        return new Trial(null, early, wrong, false);
    }
}
