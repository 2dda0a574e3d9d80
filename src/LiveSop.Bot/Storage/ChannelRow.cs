using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A conversation that the bot is in, or was.</summary>
internal sealed class ChannelRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    /// <summary>Null for a direct message, which has no name.</summary>
    public string? Name { get; set; }

    public required ChannelKind Kind { get; set; }

    public bool IsArchived { get; set; }

    public bool IsSharedExternally { get; set; }

    public bool BotIsMember { get; set; }

    /// <summary>Somebody wants the bot to say nothing by itself there.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>An admin lets the bot post there though guests or people of other companies read along.</summary>
    public bool IsOpened { get; set; }

    /// <summary>Null where Slack did not say.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the bot was seen to have left; null while it is in.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}

internal enum ChannelKind
{
    Public,
    Private,

    /// <summary>A direct message between two.</summary>
    Im,

    /// <summary>A direct message among several.</summary>
    Mpim,
}
