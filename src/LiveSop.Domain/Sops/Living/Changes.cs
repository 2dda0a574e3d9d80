namespace LiveSop.Domain.Sops.Living;

/// <summary>Compares two versions, step by step: steps are known by their ids, whatever their words.</summary>
public static class Changes
{
    /// <summary>As few as tell it all; nothing where both say the same. That other cases were counted is no change.</summary>
    public static IReadOnlyList<Change> Between(Procedure before, Procedure after)
    {
        var order = OrderChange.Of(before, after);
        return
        [
            .. before.Title == after.Title ? [] : new Change[] { new Change.Retitled(before.Title, after.Title) },
            .. before.Trigger == after.Trigger ? [] : new Change[] { new Change.TriggerChanged(before.Trigger, after.Trigger) },
            .. before.Steps.Where(step => order.Removed.Contains(step.Id)).Select(step => new Change.Removed(step)),
            .. after.Steps.Index().Where(step => order.Added.Contains(step.Item.Id)).Select(step => new Change.Added(step.Item, Behind(after, step.Index))),
            .. after.Steps.Index().Where(step => order.Moved.Contains(step.Item.Id)).Select(step => new Change.Moved(step.Item, Behind(after, step.Index))),
            .. after.Steps.SelectMany(step => before.Step(step.Id) is { } old ? OfStep(old, step) : []),
            .. Conditions(before, after),
            .. Arrangement.Change(before, after, id => order.Stayed.Contains(id)) is { } anew ? [anew] : Array.Empty<Change>(),
        ];
    }

    private static IEnumerable<Change> OfStep(ProcedureStep before, ProcedureStep after)
    {
        if (before.Title != after.Title) yield return new Change.Reworded(after.Id, before.Title, after.Title);
        if (before.Owner != after.Owner) yield return new Change.OwnerChanged(after, before.Owner, after.Owner);
        if (before.Optional != after.Optional) yield return new Change.OptionalChanged(after);
    }

    /// <summary>What has to hold for each step of both, told once for all that it changed for in the same way.</summary>
    private static IEnumerable<Change> Conditions(Procedure before, Procedure after) =>
        from step in after.Steps
        where before.Step(step.Id) is not null
        let was = before.Flow.Conditions(step.Id).ToList()
        let now = after.Flow.Conditions(step.Id).ToList()
        where !was.SequenceEqual(now)
        let gone = Joined(was.Except(now))
        let come = Joined(now.Except(was))
        group step.Title by (gone, come) into same
        select new Change.ConditionChanged([.. same], same.Key.gone, same.Key.come);

    private static string? Joined(IEnumerable<string> conditions) => conditions.ToList() is { Count: > 0 } some ? string.Join(" and ", some) : null;

    private static string? Behind(Procedure procedure, int place) => place == 0 ? null : procedure.Steps[place - 1].Title;
}
