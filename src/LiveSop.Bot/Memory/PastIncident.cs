using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Memory;

/// <summary>An incident of the past that is like another, as it may be shown to whoever it was looked for.</summary>
/// <param name="Thread">Null for un-threaded talk.</param>
/// <param name="Request">What was asked, in one line; people's text.</param>
/// <param name="Duration">Null while it is open.</param>
/// <param name="Score">0 to 1; comparable within one search only.</param>
internal sealed record PastIncident(ChannelId Channel, MessageTs? Thread, string Request, Outcome Outcome, TimeSpan? Duration, DateTimeOffset OpenedAt, double Score)
{
    /// <summary>Its first message.</summary>
    public required ThreadId Id { get; init; }

    /// <summary>0 to 1, whatever else was found: how much of what was sought it shares, by words or by meaning.</summary>
    public double Likeness { get; init; }

    /// <summary>Enough to be shown unasked; something is always the nearest.</summary>
    public bool IsAlike => Likeness >= 0.25;

    /// <summary>The procedure that it was a case of, by its number, where whoever it was looked for may see that.</summary>
    public int? Sop { get; init; }
}
