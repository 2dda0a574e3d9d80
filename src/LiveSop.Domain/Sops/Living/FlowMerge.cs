namespace LiveSop.Domain.Sops.Living;

/// <summary>
/// Brings two orders together. One is taken as it is and what the other changed (steps added, moved, put under a condition) is done to it again;
/// taken is the one that cannot be told in such small changes, and theirs where both or neither can.
/// </summary>
internal sealed class FlowMerge
{
    private readonly HashSet<string> optional = new(StringComparer.Ordinal);
    private StepFlow flow;

    private FlowMerge(StepFlow flow) => this.flow = flow;

    /// <param name="wanted">Ids of the steps that the merged procedure has.</param>
    public static (StepFlow Flow, IReadOnlySet<string> Optional, IReadOnlyList<Conflict> Conflicts) Of(Procedure origin, Procedure mine, Procedure theirs, IReadOnlySet<string> wanted)
    {
        var (minePlain, theirsPlain) = (IsPlain(origin, mine), IsPlain(origin, theirs));
        var onMine = !minePlain && theirsPlain;
        var merge = new FlowMerge(onMine ? mine.Flow : theirs.Flow);
        merge.Replay(origin, onMine ? theirs : mine, wanted, leave: onMine ? null : theirs);
        var conflicts = Moves(origin, mine, theirs).Concat(Whens(origin, mine, theirs));
        if (!minePlain && !theirsPlain && !mine.Flow.Equals(theirs.Flow)) conflicts = conflicts.Append(new("The order of the steps", InWords(mine), InWords(theirs)));
        return (merge.flow, merge.optional, [.. conflicts]);
    }

    /// <summary>What was changed can be told in small changes.</summary>
    private static bool IsPlain(Procedure origin, Procedure copy)
    {
        var again = new FlowMerge(origin.Flow);
        again.Replay(origin, copy, copy.Steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal), null);
        return Tidy.Of(again.flow).Flow is { } flow && flow.Equals(copy.Flow);
    }

    /// <param name="leave">What this copy moved or put under a condition itself stays as it has it.</param>
    private void Replay(Procedure origin, Procedure copy, IReadOnlySet<string> wanted, Procedure? leave)
    {
        Keep(wanted.Contains);
        var (moved, settled) = (OrderChange.Of(origin, copy).Moved, leave is null ? null : OrderChange.Of(origin, leave).Moved);
        string? behind = null;
        foreach (var id in copy.Steps.Select(step => step.Id).Where(wanted.Contains))
        {
            if (!flow.Has(id) || (moved.Contains(id) && !(settled?.Contains(id) ?? false))) Place(id, behind);
            behind = id;
        }
        foreach (var id in copy.Steps.Select(step => step.Id).Where(id => origin.Step(id) is not null && wanted.Contains(id))) Condition(id, origin, copy, leave);
    }

    private void Place(string id, string? behind)
    {
        Keep(other => other != id);
        flow = flow.With(behind, id);
    }

    private void Condition(string id, Procedure origin, Procedure copy, Procedure? leave)
    {
        var (old, now) = (origin.Flow.InnermostWhen(id), copy.Flow.InnermostWhen(id));
        if (old == now || now == flow.InnermostWhen(id) || (leave?.Step(id) is not null && leave.Flow.InnermostWhen(id) != old)) return;
        flow = flow.When(id, now);
        Keep(_ => true);
    }

    private void Keep(Func<string, bool> keeps)
    {
        var (left, passable) = Tidy.Of(flow, keeps);
        flow = left ?? new StepFlow.InOrder([]);
        optional.UnionWith(passable);
    }

    private static IEnumerable<Conflict> Moves(Procedure origin, Procedure mine, Procedure theirs) =>
        from id in OrderChange.Of(origin, mine).Moved.Intersect(OrderChange.Of(origin, theirs).Moved)
        let places = (Mine: Behind(mine, id), Theirs: Behind(theirs, id))
        where places.Mine != places.Theirs
        select new Conflict($"The place of “{origin.Step(id)!.Title}”", places.Mine, places.Theirs);

    private static IEnumerable<Conflict> Whens(Procedure origin, Procedure mine, Procedure theirs) =>
        from step in origin.Steps
        where mine.Step(step.Id) is not null && theirs.Step(step.Id) is not null
        let old = origin.Flow.InnermostWhen(step.Id)
        let my = mine.Flow.InnermostWhen(step.Id)
        let their = theirs.Flow.InnermostWhen(step.Id)
        where my != old && their != old && my != their
        select new Conflict($"When “{step.Title}” is done", my ?? "(always)", their ?? "(always)");

    private static string Behind(Procedure procedure, string id) => Change.Place(procedure.Steps.TakeWhile(step => step.Id != id).LastOrDefault()?.Title);

    private static string InWords(Procedure procedure) => string.Join(" → ", procedure.Steps.Select(step => step.Title));
}
