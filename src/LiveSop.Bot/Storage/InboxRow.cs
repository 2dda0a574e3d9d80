using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>An envelope from Slack, stored before it is acknowledged.</summary>
internal sealed class InboxRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Equal for what must be handled once.</summary>
    public required string DedupKey { get; init; }

    public string? EventId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Kind { get; init; }

    /// <summary>What shares a lane is handled in order.</summary>
    public required string Lane { get; init; }

    /// <summary>As it came, UTF-8.</summary>
    public required byte[] Envelope { get; init; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>Why it was given up; null otherwise.</summary>
    public string? ParkedReason { get; set; }
}
