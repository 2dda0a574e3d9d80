using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>One reading of a channel's history: from when it began, backwards. What is written here and what was read commit together, so that it can be broken off anywhere.</summary>
internal sealed class ReadingRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public required Guid ReadingId { get; init; }

    public required ReadingKind Kind { get; init; }

    public required ReadingState State { get; set; }

    /// <summary>Why it ended before its time, for a person to read; null otherwise.</summary>
    public string? StateReason { get; set; }

    public required DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How far back it goes.</summary>
    public required DateTimeOffset BackTo { get; init; }

    /// <summary>Everything in the channel since then has been read; null before the first page.</summary>
    public MessageTs? ReachedTs { get; set; }

    /// <summary>The channel's own messages have been read as far back as they go; threads may still wait.</summary>
    public bool PagesDone { get; set; }

    /// <summary>The channel's own messages read so far, each once.</summary>
    public long Messages { get; set; }

    /// <summary>Threads among them whose replies had to be asked for.</summary>
    public long Threads { get; set; }

    /// <summary>Of those, the ones that have been read whole.</summary>
    public long ThreadsRead { get; set; }

    public long Replies { get; set; }

    /// <summary>What was learned of how much there is to read, for the estimate; null before it was asked.</summary>
    public string? Soundings { get; set; }

    /// <summary>The key of the message that says how far it is; null where none does.</summary>
    public string? Notice { get; init; }

    /// <summary>When that message last said so.</summary>
    public DateTimeOffset? NoticedAt { get; set; }
}

internal enum ReadingKind
{
    /// <summary>What was said before the bot came.</summary>
    Backfill,

    /// <summary>What happened while nobody listened: new, edited and deleted messages.</summary>
    CatchUp,
}

internal enum ReadingState
{
    Running,
    Done,

    /// <summary>It ended before its time, since the channel cannot be read any more.</summary>
    BrokenOff,
}
