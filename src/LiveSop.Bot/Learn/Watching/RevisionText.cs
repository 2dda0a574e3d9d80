using LiveSop.Domain.Drift;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Watching;

/// <summary>A revision as edits of the procedure, and as sentences for those who decide.</summary>
internal static class RevisionText
{
    /// <param name="others">What is no step, the first with the number after the last step.</param>
    public static IEnumerable<ProcedureEdit> Edits(Revision revision, Procedure procedure, IReadOnlyList<Step> others) =>
        revision.Reasons.SelectMany(reason => Edits(reason, procedure, others));

    /// <summary>"“Ask for the order number” was left out in 13 of the last 15 cases."</summary>
    public static string Sentence(Reason reason, Procedure procedure, IReadOnlyList<Step> others)
    {
        var often = $"in {reason.Cases.Count} of the last {reason.Of} cases";
        var subject = $"“{Title(reason.Deviation.Subject, procedure, others)}”";
        return reason.Deviation switch
        {
            Deviation.Skipped => $"{subject} was left out {often}.",
            Deviation.Added added when added.Activity >= procedure.Steps.Count => $"{subject} is new: it was done {often}, {Where(added.Where, procedure)}.",
            Deviation.Added added => $"{subject} was done {often}, {Where(added.Where, procedure)}, and the procedure does not have it there.",
            Deviation.Moved moved => $"{subject} was done {Where(moved.Where, procedure)} {often}.",
            Deviation.Shifted { More: true } => $"{subject} was done {often}, more than before.",
            _ => $"{subject} was left out {often}, more than before.",
        };
    }

    private static IEnumerable<ProcedureEdit> Edits(Reason reason, Procedure procedure, IReadOnlyList<Step> others) => reason.Edit switch
    {
        RevisionEdit.Remove one => [new ProcedureEdit.Remove(Id(one.Step, procedure))],
        RevisionEdit.MakeOptional one => [new ProcedureEdit.SetOptional(Id(one.Step, procedure), true)],
        RevisionEdit.MakeMandatory { Branch: { Leaves: 1 } branch } => [new ProcedureEdit.SetOptional(Id(branch.First, procedure), false)],
        RevisionEdit.DropBranch one => procedure.Steps.Skip(one.Branch.First).Take(one.Branch.Leaves).Select(step => new ProcedureEdit.Remove(step.Id)),
        RevisionEdit.MoveStep one => [new ProcedureEdit.Move(Id(one.Step, procedure), After(one.Where, procedure, one.Step))],
        RevisionEdit.Insert one when one.Activity >= procedure.Steps.Count => Insert(one, reason, procedure, others[one.Activity - procedure.Steps.Count]),
        // What is only weighed otherwise, or comes once more, reads the same.
        _ => [],
    };

    private static IEnumerable<ProcedureEdit> Insert(RevisionEdit.Insert insert, Reason reason, Procedure procedure, Step step)
    {
        yield return new ProcedureEdit.Add(step.Title, After(insert.Where, procedure, null), new(reason.Cases.Count, reason.Of), null);
        if (insert.Optional) yield return new ProcedureEdit.SetOptional(InsertedId(procedure), true);
    }

    /// <summary>Of the first step that is put in.</summary>
    public static string InsertedId(Procedure procedure) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{procedure.NextStep}");

    /// <summary>The step that it comes after: before a step is after the one that is read before it.</summary>
    private static string? After(Spot where, Procedure procedure, int? moved)
    {
        if (where.Step is not { } step || step >= procedure.Steps.Count) return null;
        if (!where.Before) return procedure.Steps[step].Id;
        var before = Enumerable.Range(0, step).Where(index => index != moved).Select(index => (int?)index).LastOrDefault();
        return before is { } place ? procedure.Steps[place].Id : null;
    }

    private static string Where(Spot where, Procedure procedure) => where.Step is not { } step || step >= procedure.Steps.Count
        ? "at the beginning"
        : $"{(where.Before ? "before" : "after")} “{procedure.Steps[step].Title}”";

    private static string Id(int step, Procedure procedure) => procedure.Steps[step].Id;

    private static string Title(int number, Procedure procedure, IReadOnlyList<Step> others) =>
        number < procedure.Steps.Count ? procedure.Steps[number].Title : number - procedure.Steps.Count < others.Count ? others[number - procedure.Steps.Count].Title : "something else";
}
