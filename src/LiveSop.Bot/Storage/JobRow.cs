using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A longer piece of background work of one workspace.</summary>
internal sealed class JobRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid JobId { get; init; }

    public required string Kind { get; init; }

    /// <summary>JSON; a job that goes on after a crash keeps here how far it came.</summary>
    public required string Payload { get; set; }

    public required JobState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>JSON; what it found, for those who ask later. Null where it finds nothing of its own.</summary>
    public string? Result { get; set; }

    public string? Error { get; set; }
}

internal enum JobState
{
    Waiting,
    Running,
    Done,
    Parked,
}
