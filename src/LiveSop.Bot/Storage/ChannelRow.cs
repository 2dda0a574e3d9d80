using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A conversation, and how far back it has been read.</summary>
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

    /// <summary>The oldest message read so far; null before the first.</summary>
    public MessageTs? ReadBackToTs { get; set; }

    /// <summary>When the reading reached the channel's beginning; null until then.</summary>
    public DateTimeOffset? ReadCompleteAt { get; set; }
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
