namespace LiveSop.Domain.Sops.Living;

/// <summary>An earlier version again.</summary>
public static class Restoring
{
    /// <summary>The earlier words and order with today's counts. A step that is not in the procedure any more keeps the counts that it had.</summary>
    /// <param name="nextStep">The lowest number that no version and no draft has used: ids are never used again.</param>
    public static Procedure Of(Procedure earlier, Procedure now, int nextStep) =>
        (earlier with { Cases = now.Cases, MedianSeconds = now.MedianSeconds, LastSeen = now.LastSeen }).Over(
            [.. earlier.Steps.Select(step => Counted(step, now.Step(step.Id)))], earlier.Flow, Math.Max(nextStep, Math.Max(earlier.NextStep, now.NextStep)));

    private static ProcedureStep Counted(ProcedureStep step, ProcedureStep? today) =>
        today is not null && (today.Support.Cases > 0 || step.WrittenBy is not null) ? step.SeenIn(today.Support) with { MedianSeconds = today.MedianSeconds } : step;
}
