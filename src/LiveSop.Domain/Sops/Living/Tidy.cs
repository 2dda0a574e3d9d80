namespace LiveSop.Domain.Sops.Living;

/// <summary>
/// A flow in its simplest form, so that one meaning is written one way: a block of one part is that part, a block within its own kind joins it,
/// what is done under a condition or not at all keeps "or nothing", and a single step that may be passed over is an optional step.
/// </summary>
internal static class Tidy
{
    private static readonly Branch Nothing = new(null, null);

    /// <param name="keeps">Steps that stay; all where null.</param>
    /// <returns>Null where nothing is left; and the steps that can be passed over now.</returns>
    public static (StepFlow? Flow, IReadOnlySet<string> Optional) Of(StepFlow flow, Func<string, bool>? keeps = null)
    {
        var optional = new HashSet<string>(StringComparer.Ordinal);
        return (Of(flow, keeps ?? (_ => true), optional), optional);
    }

    private static StepFlow? Of(StepFlow flow, Func<string, bool> keeps, HashSet<string> optional)
    {
        switch (flow)
        {
            case StepFlow.InOrder all:
                return Block(all.Parts.Select(Inner).OfType<StepFlow>().SelectMany(part => part is StepFlow.InOrder inner ? inner.Parts : [part]), parts => new StepFlow.InOrder(parts));
            case StepFlow.AnyOrder all:
                return Block(all.Parts.Select(Inner).OfType<StepFlow>().SelectMany(part => part is StepFlow.AnyOrder inner ? inner.Parts : [part]), parts => new StepFlow.AnyOrder(parts));
            case StepFlow.OneOf choice:
                return Choice([.. choice.Branches.Select(branch => (branch, branch.Part is { } part ? Inner(part) : null))], optional);
            case StepFlow.Again again:
                var (done, redo) = (Inner(again.Part), again.Redo is { } between ? Inner(between) : null);
                return (done ?? redo) is { } first ? new StepFlow.Again(first, done is null ? null : redo) : null;
            default:
                return keeps(((StepFlow.Do)flow).Step) ? flow : null;
        }

        StepFlow? Inner(StepFlow part) => Of(part, keeps, optional);
    }

    private static StepFlow? Block(IEnumerable<StepFlow> parts, Func<IReadOnlyList<StepFlow>, StepFlow> join) => parts.ToList() switch
    {
        [] => null,
        [var only] => only,
        var several => join(several),
    };

    /// <summary>A way that lost all its steps is gone; one that never had any stays.</summary>
    private static StepFlow? Choice(IReadOnlyList<(Branch Was, StepFlow? Part)> ways, HashSet<string> optional)
    {
        var left = ways.Where(way => way.Part is not null || way.Was.Part is null).Select(way => way.Was with { Part = way.Part }).ToList();
        var done = left.FindAll(branch => branch.Part is not null);
        var idle = left.FindAll(branch => branch is { Part: null, When: not null });
        var skippable = left.Contains(Nothing) || (done is [{ When: not null }] && idle.Count == 0);
        if (done.Count == 0) return null;
        if (done is [{ When: null, Part: { } only }] && idle.Count == 0)
        {
            if (!skippable) return only;
            if (only is StepFlow.Do one) return Optional(one, optional);
        }
        return new StepFlow.OneOf([.. done, .. idle, .. skippable ? [Nothing] : Array.Empty<Branch>()]);
    }

    private static StepFlow.Do Optional(StepFlow.Do one, HashSet<string> optional)
    {
        optional.Add(one.Step);
        return one;
    }
}
