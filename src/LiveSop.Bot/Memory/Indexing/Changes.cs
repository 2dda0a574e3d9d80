using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Memory.Indexing;

/// <summary>A message that is new, edited or deleted since.</summary>
/// <param name="Thread">Null outside threads.</param>
internal sealed record Changed(ChannelId Channel, MessageTs Ts, MessageTs? Thread, DateTimeOffset PostedAt, DateTimeOffset HeardAt);

/// <summary>What was heard, in the order in which it was.</summary>
internal static class Changes
{
    /// <summary>In one transaction, so that nothing waits for it.</summary>
    public const int MostAtOnce = 2_000;

    private const string After = """
        SELECT channel_id, ts, thread_ts, posted_at, heard_at FROM messages
        WHERE workspace_id = $1 AND heard_at >= $2 AND (heard_at, channel_id, ts) > ($2, $3, $4) ORDER BY heard_at, channel_id, ts LIMIT $5
        """;

    private const string Open = """
        SELECT i.channel_id, m.ts, m.thread_ts, m.posted_at, m.heard_at FROM incidents i
        JOIN messages m ON m.workspace_id = $1 AND m.channel_id = i.channel_id AND i.incident_id = m.channel_id || ':' || m.ts
        WHERE i.workspace_id = $1 AND i.outcome = 'open' ORDER BY i.incident_id
        """;

    public static Task<List<Changed>> AfterAsync(UnitOfWork unit, WorkspaceId workspace, Changed last, CancellationToken stop) =>
        unit.ReadAsync(After, Read, stop, workspace.Value, last.HeardAt, last.Channel.Value ?? "", last.Ts.Value ?? "", MostAtOnce);

    /// <summary>The beginnings of what is open still: time alone may end it.</summary>
    public static Task<List<Changed>> OpenAsync(UnitOfWork unit, WorkspaceId workspace, CancellationToken stop) => unit.ReadAsync(Open, Read, stop, workspace.Value);

    private static Changed Read(Npgsql.NpgsqlDataReader row) => new(
        new ChannelId(row.GetString(0)), new MessageTs(row.GetString(1)), row.IsDBNull(2) ? null : new MessageTs(row.GetString(2)), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4));
}
