using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Npgsql;

namespace LiveSop.Bot.Work;

/// <summary>
/// Work that waits, of all workspaces and replicas, in lanes: of a lane only the oldest row can be taken, so its order holds whoever takes it.
/// Taking needs the dispatcher's scope, everything else the workspace's own.
/// </summary>
internal static class WorkQueue
{
    // The oldest row of a lane is the lane's lock: whoever holds it may go on along the lane. An older row can still come into view, from a
    // transaction that took its number first and ended later; so rows along the way are locked too, and one that somebody works on is left to them.
    private const string Heads = """
        SELECT workspace_id, lane, seq FROM work_queue q
        WHERE kind = $1 AND due_at <= $2 AND workspace_id = ANY($3)
          AND NOT EXISTS (SELECT FROM work_queue e WHERE e.workspace_id = q.workspace_id AND e.kind = q.kind AND e.lane = q.lane AND e.seq < q.seq)
        ORDER BY seq LIMIT $4 FOR UPDATE SKIP LOCKED
        """;

    private const string Along = $"""
        WITH heads AS MATERIALIZED ({Heads})
        SELECT q.workspace_id, q.seq, q.lane, q.item, q.attempts FROM work_queue q JOIN heads h USING (workspace_id, lane)
        WHERE q.kind = $1 ORDER BY q.seq LIMIT $5 FOR UPDATE OF q SKIP LOCKED
        """;

    private const string Lease = $"""
        WITH heads AS MATERIALIZED ({Heads})
        UPDATE work_queue q SET due_at = $5, attempts = attempts + 1 FROM heads h
        WHERE q.workspace_id = h.workspace_id AND q.kind = $1 AND q.seq = h.seq
        RETURNING q.workspace_id, q.seq, q.lane, q.item, q.attempts - 1
        """;

    /// <summary>The oldest due lanes and what stands in them, held until the transaction ends. Nobody else gets these lanes meanwhile.</summary>
    /// <param name="of">Only of these workspaces.</param>
    /// <param name="most">At most so many lanes, and so many rows in all.</param>
    public static Task<List<WorkItem>> HoldAsync(this UnitOfWork unit, QueueKind kind, IEnumerable<WorkspaceId> of, DateTimeOffset now, (int Lanes, int Rows) most, CancellationToken stop) =>
        unit.ReadAsync(Along, Item, stop, Name(kind), now, Ids(of), most.Lanes, most.Rows);

    /// <summary>The head of each due lane, taken until the lease ends: the transaction may end before the work does. Each taking counts as an attempt.</summary>
    public static Task<List<WorkItem>> LeaseAsync(this UnitOfWork unit, QueueKind kind, IEnumerable<WorkspaceId> of, (DateTimeOffset From, DateTimeOffset Until) lease, int most, CancellationToken stop) =>
        unit.ReadAsync(Lease, Item, stop, Name(kind), lease.From, Ids(of), most, lease.Until);

    /// <returns>False where somebody else has it or had it meanwhile, or it is done.</returns>
    public static async Task<bool> HoldAgainAsync(this UnitOfWork unit, QueueKind kind, WorkItem item, CancellationToken stop) =>
        (await unit.ReadAsync("SELECT seq FROM work_queue WHERE workspace_id = $1 AND kind = $2 AND seq = $3 AND attempts = $4 FOR UPDATE SKIP LOCKED",
            row => row.GetInt64(0), stop, item.Workspace.Value, Name(kind), item.Seq, item.Attempts)).Count > 0;

    public static Task AddAsync(this UnitOfWork unit, QueueKind kind, WorkspaceId workspace, string lane, string item, DateTimeOffset due, CancellationToken stop) =>
        unit.RunAsync("INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) VALUES ($1, $2, $3, $4, $5, 0)", stop, workspace.Value, Name(kind), lane, item, due);

    public static Task RemoveAsync(this UnitOfWork unit, QueueKind kind, WorkspaceId workspace, IEnumerable<long> seqs, CancellationToken stop) =>
        unit.RunAsync("DELETE FROM work_queue WHERE workspace_id = $1 AND kind = $2 AND seq = ANY($3)", stop, workspace.Value, Name(kind), seqs.ToArray());

    /// <summary>Later, at the head of its lane: what is behind it waits too.</summary>
    /// <param name="counts">Whether the attempt that its taking counted stays counted.</param>
    public static Task PutOffAsync(this UnitOfWork unit, QueueKind kind, WorkItem item, DateTimeOffset due, bool counts, CancellationToken stop) =>
        unit.RunAsync("UPDATE work_queue SET due_at = $4, attempts = $5 WHERE workspace_id = $1 AND kind = $2 AND seq = $3",
            stop, item.Workspace.Value, Name(kind), item.Seq, due, item.Attempts + (counts ? 1 : 0));

    /// <summary>Whoever has it keeps it until then.</summary>
    /// <returns>False where it is not there any more.</returns>
    public static async Task<bool> ExtendAsync(this UnitOfWork unit, QueueKind kind, WorkItem item, DateTimeOffset until, CancellationToken stop) =>
        await unit.RunAsync("UPDATE work_queue SET due_at = $4 WHERE workspace_id = $1 AND kind = $2 AND seq = $3", stop, item.Workspace.Value, Name(kind), item.Seq, until) > 0;

    /// <summary>Later, in a lane of its own: what was behind it goes on.</summary>
    public static Task SetAsideAsync(this UnitOfWork unit, QueueKind kind, WorkItem item, DateTimeOffset due, CancellationToken stop) =>
        unit.RunAsync("UPDATE work_queue SET due_at = $4, attempts = attempts + 1, lane = 'aside:' || seq WHERE workspace_id = $1 AND kind = $2 AND seq = $3",
            stop, item.Workspace.Value, Name(kind), item.Seq, due);

    private static WorkItem Item(NpgsqlDataReader row) => new(new(row.GetString(0)), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt32(4));

    private static string[] Ids(IEnumerable<WorkspaceId> workspaces) => [.. workspaces.Select(workspace => workspace.Value)];

    private static string Name(QueueKind kind) => kind switch { QueueKind.Inbox => "inbox", QueueKind.Outbox => "outbox", _ => "job" };
}
