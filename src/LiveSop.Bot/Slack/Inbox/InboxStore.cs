using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>The inbox's rows.</summary>
internal static class InboxStore
{
    // Doubles fold on the key, within the batch too. What is new is queued by the same statement.
    private const string Keep = """
        WITH fresh AS (
          INSERT INTO inbox (workspace_id, dedup_key, received_at, kind, lane, envelope)
          SELECT $1, t.key, $2, t.kind, t.lane, t.envelope
          FROM unnest($3::text[], $4::text[], $5::text[], $6::bytea[]) WITH ORDINALITY AS t(key, kind, lane, envelope, place) ORDER BY t.place
          ON CONFLICT DO NOTHING RETURNING dedup_key, lane)
        INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) SELECT $1, 'inbox', lane, dedup_key, $2, 0 FROM fresh
        """;

    /// <returns>How many were new.</returns>
    public static Task<int> KeepAsync(this UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now, IReadOnlyList<Arrival> arrivals, CancellationToken stop) =>
        unit.RunAsync(Keep, stop, workspace.Value, now,
            arrivals.Select(one => one.Key).ToArray(), arrivals.Select(one => one.Kind).ToArray(),
            arrivals.Select(one => one.Lane).ToArray(), arrivals.Select(one => one.Frame.ToArray()).ToArray());

    /// <returns>The envelopes by their keys.</returns>
    public static async Task<Dictionary<string, byte[]>> EnvelopesAsync(this UnitOfWork unit, WorkspaceId workspace, IEnumerable<string> keys, CancellationToken stop)
    {
        var rows = await unit.ReadAsync("SELECT dedup_key, envelope FROM inbox WHERE workspace_id = $1 AND dedup_key = ANY($2)",
            row => (Key: row.GetString(0), Envelope: row.GetFieldValue<byte[]>(1)), stop, workspace.Value, keys.ToArray());
        return rows.ToDictionary(row => row.Key, row => row.Envelope, StringComparer.Ordinal);
    }

    /// <summary>Nothing waits to be handled any more. What was handled keeps its key, so that a double is known, and nothing that was said.</summary>
    /// <param name="items">All of one workspace.</param>
    public static Task MarkHandledAsync(this UnitOfWork unit, IReadOnlyList<WorkItem> items, DateTimeOffset now, CancellationToken stop) => unit.RunAsync("""
        WITH handled AS (UPDATE inbox SET handled_at = $3, envelope = '' WHERE workspace_id = $1 AND dedup_key = ANY($2))
        DELETE FROM work_queue WHERE workspace_id = $1 AND kind = 'inbox' AND seq = ANY($4)
        """, stop, items[0].Workspace.Value, items.Select(item => item.Item).ToArray(), now, items.Select(item => item.Seq).ToArray());

    /// <summary>Kept as it came, to be looked at.</summary>
    public static Task ParkAsync(this UnitOfWork unit, WorkspaceId workspace, string key, string reason, CancellationToken stop) =>
        unit.RunAsync("UPDATE inbox SET parked_reason = $3 WHERE workspace_id = $1 AND dedup_key = $2", stop, workspace.Value, key, reason);

    /// <summary>Slack delivers an event again for some six minutes; what was handled long before that need not be known. What was parked stays.</summary>
    /// <returns>How many were forgotten, at most so many as given.</returns>
    public static Task<int> ForgetAsync(this UnitOfWork unit, WorkspaceId workspace, DateTimeOffset before, int most, CancellationToken stop) => unit.RunAsync("""
        DELETE FROM inbox i USING (
          SELECT dedup_key FROM inbox WHERE workspace_id = $1 AND received_at < $2 AND handled_at < $2 ORDER BY received_at LIMIT $3) old
        WHERE i.workspace_id = $1 AND i.dedup_key = old.dedup_key
        """, stop, workspace.Value, before, most);
}
