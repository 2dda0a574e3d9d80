using LiveSop.Bot.Slack;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Storage;

/// <summary>One problem from request to resolution, as it is remembered and searched.</summary>
internal sealed class IncidentRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required string IncidentId { get; init; }

    /// <summary>Whoever may read this channel may read the incident.</summary>
    public required ChannelId ChannelId { get; init; }

    public MessageTs? ThreadTs { get; set; }

    public required DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Outcome Outcome { get; set; }

    /// <summary>What was asked, in one line.</summary>
    public string Title { get; set; } = "";

    /// <summary>The title, and below it what was said; the beginning of a long talk.</summary>
    public required string Text { get; set; }
}
