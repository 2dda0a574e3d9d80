using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>Something to do, by id only: the dispatcher reads this table across workspaces. The row goes when the work is done.</summary>
internal sealed class QueueRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required QueueKind Kind { get; init; }

    /// <summary>Given by the database; grows in the order of arrival.</summary>
    public long Seq { get; init; }

    public required string Lane { get; init; }

    /// <summary>The inbox's dedup key, the effect's id or the job's id.</summary>
    public required string Item { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }
}

internal enum QueueKind
{
    Inbox,
    Outbox,
    Job,
}
