using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>One thread understood as a procedure. Mined: data, never markup. A stored format.</summary>
/// <param name="Version">Of this format.</param>
internal sealed record Capture(int Version, Candidate Procedure)
{
    public const int ThisVersion = 1;

    public static Capture Of(DiscoveredSop found) => new(ThisVersion, Candidate.Of(found));

    /// <summary>The thread went on after the last step that is kept.</summary>
    public bool MayBeCut => Procedure.Steps == OneCase.MostSteps;
}

/// <summary>A capture as it stands.</summary>
/// <param name="By">Who saved it last.</param>
internal sealed record SavedCapture(Guid Id, Capture Capture, UserId By, DateTimeOffset At);
