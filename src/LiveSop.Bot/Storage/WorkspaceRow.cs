using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A Slack team that the bot is connected to, or was.</summary>
internal sealed class WorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required string Name { get; set; }

    /// <summary>The name before <c>.slack.com</c>.</summary>
    public required string Domain { get; set; }

    public required string Url { get; set; }

    public required UserId BotUserId { get; set; }

    public required string BotId { get; set; }

    public required string AppId { get; set; }

    public required DateTimeOffset ConnectedAt { get; set; }

    /// <summary>Until then some replica listened without a gap; what happened later is caught up with. Null before the first time.</summary>
    public DateTimeOffset? HeardUntil { get; set; }

    /// <summary>What was heard until then stands among the incidents. Null: all is to be gone through.</summary>
    public DateTimeOffset? RememberedTo { get; set; }

    public required WorkspaceState State { get; set; }

    /// <summary>Why it is stopped, for a person to read.</summary>
    public string? StateReason { get; set; }

    /// <summary>Since when the app has not been installed there any more; null while it is. After the grace period everything is erased.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}

internal enum WorkspaceState
{
    Connected,
    Stopped,
}
