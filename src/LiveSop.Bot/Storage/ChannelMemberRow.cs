using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>Somebody is in a channel now. Deleting the row ends what they read there, at their next query.</summary>
internal sealed class ChannelMemberRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public required UserId UserId { get; init; }
}
