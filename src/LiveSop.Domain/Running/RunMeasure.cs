using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Running;

/// <summary>How long a finished run took, and how long such cases usually take.</summary>
/// <param name="Took">From the incident's first message to the end; never negative, whatever the clocks say.</param>
/// <param name="Usually">The median of the cases that the procedure was mined from; null where unknown.</param>
public sealed record RunMeasure(TimeSpan Took, TimeSpan? Usually, Outcome Outcome)
{
    /// <summary>How much sooner than usual; negative where it took longer, null where unknown or where nothing was solved.</summary>
    public TimeSpan? Saved => Outcome == Outcome.Solved ? Usually - Took : null;

    /// <param name="openedAt">When the incident's first message was sent.</param>
    /// <returns>Null while the run goes on.</returns>
    public static RunMeasure? Of(Run run, Procedure procedure, DateTimeOffset openedAt) => run.Finished is not { } end
        ? null
        : new(end.At > openedAt ? end.At - openedAt : TimeSpan.Zero, procedure.MedianSeconds is { } median ? TimeSpan.FromSeconds(median) : null, end.Outcome);

    /// <summary>"Solved in 22 min, usually 41 min". What was stopped is not compared: it was not solved.</summary>
    public string Say() => Outcome switch
    {
        Outcome.Stopped => $"Stopped after {Words(Took)}",
        _ when Usually is { } usually => $"Solved in {Words(Took)}, usually {Words(usually)}",
        _ => $"Solved in {Words(Took)}",
    };

    private static string Words(TimeSpan time) => Plainly.Duration((long)time.TotalSeconds);
}
