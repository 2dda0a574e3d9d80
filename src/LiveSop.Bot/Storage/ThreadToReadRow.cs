using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A thread that a reading has come across and whose replies it still has to ask for.</summary>
internal sealed class ThreadToReadRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public required Guid ReadingId { get; init; }

    public required MessageTs ThreadTs { get; init; }

    /// <summary>As its first message said.</summary>
    public required int Replies { get; init; }

    /// <summary>Its replies up to then have been read; null before the first page.</summary>
    public MessageTs? ReachedTs { get; set; }
}
