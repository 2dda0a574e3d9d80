namespace LiveSop.Domain.Sops.Living;

/// <summary>Two people changed the same version.</summary>
/// <param name="Procedure">With the changes of both; where both changed the same thing, theirs.</param>
/// <param name="Conflicts">What of mine, or of theirs, could not be done: shown to me, so that nothing typed is lost.</param>
public sealed record Merged(Procedure Procedure, IReadOnlyList<Conflict> Conflicts);

/// <param name="What">"The title", "The step “Ask for the order number”": what both changed.</param>
public sealed record Conflict(string What, string Mine, string Theirs);

/// <summary>Brings two changed copies of a procedure together, field by field and step by step.</summary>
public sealed class Merge
{
    private const string Gone = "(removed)";

    private readonly List<Conflict> conflicts = [];
    private readonly Procedure origin;
    private readonly Procedure mine;
    private readonly Procedure theirs;

    private Merge(Procedure origin, Procedure mine, Procedure theirs) => (this.origin, this.mine, this.theirs) = (origin, mine, theirs);

    /// <param name="origin">What both began with.</param>
    /// <param name="mine">Steps that I added are numbered anew where they have added some too.</param>
    /// <param name="theirs">Saved already: its ids stay.</param>
    public static Merged Of(Procedure origin, Procedure mine, Procedure theirs) =>
        mine.Equals(theirs) ? new(theirs, []) : new Merge(origin, Renumbering.Behind(theirs, origin, mine), theirs).Run();

    private Merged Run()
    {
        var title = Pick("The title", origin.Title, mine.Title, theirs.Title);
        var trigger = Pick("When it applies", origin.Trigger, mine.Trigger, theirs.Trigger);
        var kept = origin.Steps.Where(Stays).Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var wanted = kept.Concat(Added(mine)).Concat(Added(theirs)).ToHashSet(StringComparer.Ordinal);
        var steps = wanted.Select(Step).ToList();
        var (flow, passable, unplaced) = FlowMerge.Of(origin, mine, theirs, wanted);
        conflicts.AddRange(unplaced);
        steps = steps.ConvertAll(step => passable.Contains(step.Id) && IsWay(mine, step.Id) && IsWay(theirs, step.Id) ? step with { Optional = true } : step);
        return new(theirs.Over(steps, flow, Math.Max(mine.NextStep, theirs.NextStep)) with { Title = title, Trigger = trigger }, conflicts);
    }

    private IEnumerable<string> Added(Procedure copy) => copy.Steps.Select(step => step.Id).Where(id => origin.Step(id) is null);

    /// <summary>What one removes and the other changes stays until they have spoken.</summary>
    private bool Stays(ProcedureStep step)
    {
        var (my, their) = (mine.Step(step.Id), theirs.Step(step.Id));
        if (my is not null && their is not null) return true;
        if ((my ?? their) is not { } left || (left.Title, left.Owner) == (step.Title, step.Owner)) return false;
        conflicts.Add(new(What(step), my?.Title ?? Gone, their?.Title ?? Gone));
        return true;
    }

    private ProcedureStep Step(string id)
    {
        if (theirs.Step(id) is not { } their) return mine.Step(id)!;
        if (mine.Step(id) is not { } my || origin.Step(id) is not { } old) return their;
        return their with
        {
            Title = Pick(What(old), old.Title, my.Title, their.Title),
            Owner = Pick($"Who does “{old.Title}”", old.Owner, my.Owner, their.Owner),
            Optional = my.Optional == old.Optional ? their.Optional : my.Optional,
        };
    }

    /// <summary>Whether it can be passed over was for the flow to say, and nobody has said otherwise since.</summary>
    private static bool IsWay(Procedure copy, string id) => copy.Step(id) is null || copy.Flow.IsConditional(id);

    private T Pick<T>(string what, T old, T my, T their)
    {
        if (Equals(my, old) || Equals(my, their)) return their;
        if (Equals(their, old)) return my;
        conflicts.Add(new(what, my?.ToString() ?? "(nobody)", their?.ToString() ?? "(nobody)"));
        return their;
    }

    private static string What(ProcedureStep step) => $"The step “{step.Title}”";
}
