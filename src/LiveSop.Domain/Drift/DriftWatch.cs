using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>
/// Watches whether solved incidents still follow their SOP. Each look is worked out anew from the cases there are, in their order: a case that was edited or deleted
/// is as if it had always been so. What is kept between looks is how traces align, nothing else.
/// </summary>
/// <param name="tree">Over the indices of the SOP's steps.</param>
/// <param name="activities">Steps and other activities are numbered below it.</param>
public sealed class DriftWatch(ProcessTree tree, int activities)
{
    private readonly CaseReader reader = new(tree, activities);

    /// <param name="baseline">The cases that the SOP was mined from; may be empty, and then says nothing of what is usual.</param>
    /// <param name="live">Cases solved since, in the order in which they were.</param>
    /// <param name="decisions">On former proposals, in their order.</param>
    public static DriftState Look(ProcessTree tree, IReadOnlyList<CaseTrace> baseline, IReadOnlyList<CaseTrace> live, IReadOnlyList<DriftDecision> decisions) =>
        new DriftWatch(tree, 1 + tree.Activities().Concat(baseline.Concat(live).SelectMany(one => one.Activities)).DefaultIfEmpty(-1).Max()).Look(baseline, live, decisions);

    /// <inheritdoc cref="Look(ProcessTree, IReadOnlyList{CaseTrace}, IReadOnlyList{CaseTrace}, IReadOnlyList{DriftDecision})"/>
    public DriftState Look(IReadOnlyList<CaseTrace> baseline, IReadOnlyList<CaseTrace> live, IReadOnlyList<DriftDecision> decisions)
    {
        var before = baseline.Select(reader.Read).ToList();
        var since = live.Select(reader.Read).ToList();
        var demands = Demands.Of(reader.Places);
        var (counts, signals) = (new List<PlaceCount>(), new List<Signal>());
        for (var i = 0; i < reader.Places.Count; i++)
        {
            var place = new PlaceHistory(reader.Places[i], [.. before.Select(signs => signs[i])], [.. since.Select(signs => signs[i])]);
            var watch = place.Watch(demands[i], Settled.Of(place.Place, live, decisions));
            counts.Add(place.Count(watch.FirstFound));
            if (watch.Found is { } found) signals.Add(new Signal(place.Place, found, place.Live));
        }
        List<PlaceCount> sorted = [.. counts.OrderByDescending(count => count.Excess)];
        return signals.Count == 0 ? new DriftState.Steady(sorted) : new DriftState.Shifted(sorted, new Reviser(tree, activities, live).Revise(signals));
    }
}
