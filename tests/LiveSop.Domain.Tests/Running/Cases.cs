using LiveSop.Domain.Running;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Tests.Sops.Living;

namespace LiveSop.Domain.Tests.Running;

/// <summary>Runs for tests, through <see cref="Parcels.Damaged"/> unless said otherwise; its choice is "0.2".</summary>
internal static class Cases
{
    public static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Run Fresh { get; } = new(At, "U1");

    public static Run Done(params string[] steps) => Fresh.With(Parcels.Damaged, steps);

    public static Run With(this Run run, Procedure procedure, params string[] steps) =>
        steps.Aggregate(run, (state, step) => state.Check(procedure, step, "U1", At.AddMinutes(1)).Run());

    /// <exception cref="InvalidCastException">Nothing was changed.</exception>
    public static Run Run(this RunChange change) => ((RunChange.Changed)change).Run;

    public static WhyNot Why(this RunChange change) => ((RunChange.Unchanged)change).Why;

    public static string States(this Checklist list) => string.Join(' ', list.Lines.OfType<ChecklistLine.Step>().Select(line => $"{line.What.Id}:{line.State}"));

    /// <summary>Steps s1, s2 and so on as the flow has them; those named are optional.</summary>
    public static Procedure Of(StepFlow flow, params string[] optional)
    {
        var steps = flow.Steps.Select(id => new ProcedureStep(id, "Do " + id, new Support(3, 4)) { Optional = optional.Contains(id) }).ToList();
        return new("Title", "Trigger.", steps, flow, steps.Count + 1) { Cases = 4 };
    }
}
