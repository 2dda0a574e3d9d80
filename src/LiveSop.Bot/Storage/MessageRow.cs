using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A Slack message as it stands. A deleted one stays as a tombstone with empty text.</summary>
internal sealed class MessageRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public required MessageTs Ts { get; init; }

    /// <summary>The thread's first message; null outside threads.</summary>
    public MessageTs? ThreadTs { get; set; }

    /// <summary>Null where only an app's name is known.</summary>
    public UserId? AuthorId { get; set; }

    public string? AuthorName { get; set; }

    public bool IsApp { get; set; }

    /// <summary>The moment that <see cref="Ts"/> names.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    public required string Text { get; set; }

    /// <summary>The last edit that is in <see cref="Text"/>.</summary>
    public MessageTs? EditedTs { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>When this version of it was heard: what is newer than what is remembered (<see cref="WorkspaceRow.RememberedTo"/>) is still to be.</summary>
    public DateTimeOffset HeardAt { get; init; } = DateTimeOffset.UnixEpoch;
}
