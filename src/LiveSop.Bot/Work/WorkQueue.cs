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
    // From lane to lane along the index: as many steps as there are lanes, however much stands in them and whatever the planner knows of the table.
    private const string Lanes = """
        lanes AS (
          (SELECT first.* FROM unnest($3::text[]) AS workspace(id) CROSS JOIN LATERAL (
            SELECT workspace_id, lane, seq, due_at FROM work_queue WHERE workspace_id = workspace.id AND kind = $1 ORDER BY lane, seq LIMIT 1) first)
          UNION ALL
          SELECT next.* FROM lanes l CROSS JOIN LATERAL (
            SELECT workspace_id, lane, seq, due_at FROM work_queue WHERE workspace_id = l.workspace_id AND kind = $1 AND lane > l.lane ORDER BY lane, seq LIMIT 1) next)
        """;

    // The oldest row of a lane is the lane's lock: whoever holds it may go on along the lane. What is asked of the row is asked of the locked one again.
    // An older row can still come into view, from a transaction that took its number first and ended later; so rows along the way are locked too, and one
    // that somebody works on is left to them.
    private const string Heads = """
        heads AS MATERIALIZED (
          SELECT q.workspace_id, q.lane, q.seq FROM lanes l
          JOIN work_queue q ON q.workspace_id = l.workspace_id AND q.kind = $1 AND q.seq = l.seq AND q.lane = l.lane AND q.due_at <= $2
          WHERE l.due_at <= $2 ORDER BY l.seq LIMIT $4 FOR UPDATE OF q SKIP LOCKED)
        """;

    // Each lane gives an equal part, so that the long ones are not read through.
    private const string Along = $"""
        WITH RECURSIVE {Lanes}, {Heads}
        SELECT q.* FROM heads h CROSS JOIN LATERAL (
          SELECT workspace_id, seq, lane, item, attempts FROM work_queue
          WHERE workspace_id = h.workspace_id AND kind = $1 AND lane = h.lane AND seq >= h.seq
          ORDER BY lane, seq LIMIT greatest(1, $5 / (SELECT count(*)::int FROM heads)) FOR UPDATE SKIP LOCKED) q
        ORDER BY q.seq
        """;

    private const string Lease = $"""
        WITH RECURSIVE {Lanes}, {Heads}
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

    /// <summary>What was tried before counts no more.</summary>
    public static Task SurviveAsync(this UnitOfWork unit, QueueKind kind, WorkItem item, CancellationToken stop) =>
        unit.RunAsync("UPDATE work_queue SET attempts = 0 WHERE workspace_id = $1 AND kind = $2 AND seq = $3", stop, item.Workspace.Value, Name(kind), item.Seq);

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
