using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Runs;

/// <summary>One incident going through one version of a procedure.</summary>
internal sealed class RunRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid RunId { get; init; }

    public required ChannelId ChannelId { get; init; }

    /// <summary>The thread of the request.</summary>
    public required MessageTs Ts { get; init; }

    public required SopId SopId { get; init; }

    /// <summary>With which it began, and by which it ends.</summary>
    public required int Version { get; init; }

    public required UserId OwnerId { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>JSON; what was done and chosen. A stored format that carries its version.</summary>
    public required string Body { get; set; }

    /// <summary>Of the message that shows it, where that is the run's own: where it may not stand in the channel. Null where it is the match's.</summary>
    public string? Card { get; set; }

    public int CardEdition { get; set; }
}
