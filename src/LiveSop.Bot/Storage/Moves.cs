using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>Slack gives a channel another id when it is shared with another company or moved.</summary>
internal static class Moves
{
    /// <summary>Each table that names channels, with the rest of its key.</summary>
    private static readonly (string Table, string Key)[] Tables =
    [
        ("channel_members", "user_id"),
        ("messages", "ts"),
        ("readings", "reading_id"),
        ("threads_to_read", "reading_id, thread_ts"),
        ("space_channels", ""),
        ("matches", "ts"),
        ("runs", ""),
        ("incidents", ""),
        ("incident_vectors", ""),
        ("channels", ""),
    ];

    /// <summary>Each table that says where something was said.</summary>
    private static readonly (string Table, string Key)[] Places = [("evidence", "sop_id, step_id, ts"), ("sop_cases", "sop_id, opened_at"), ("sop_sources", "sop_id")];

    /// <summary>What is known of the new channel already stays as it is there.</summary>
    public static async Task MoveAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId from, ChannelId to, CancellationToken stop)
    {
        foreach (var (table, key) in Tables)
        {
            if (table is "channels" or "space_channels" || key.Length > 0) await unit.RunAsync(Surplus(table, key), stop, workspace.Value, from.Value, to.Value);
            await unit.RunAsync($"UPDATE {table} SET channel_id = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, from.Value, to.Value);
        }
        foreach (var (table, key) in Places)
        {
            await unit.RunAsync(Surplus(table, key, "place"), stop, workspace.Value, from.Value, to.Value);
            await unit.RunAsync($"UPDATE {table} SET place = $3 WHERE workspace_id = $1 AND place = $2", stop, workspace.Value, from.Value, to.Value);
        }
        foreach (var table in new[] { "evidence", "sop_cases" }) await unit.RunAsync(Renamed(table, "case_id"), stop, workspace.Value, from.Value, to.Value);
        foreach (var table in new[] { "incidents", "incident_vectors" })
        {
            await unit.RunAsync(Known(table), stop, workspace.Value, from.Value, to.Value);
            await unit.RunAsync(Renamed(table, "incident_id"), stop, workspace.Value, from.Value, to.Value);
        }
    }

    /// <summary>A case is named after the channel that it is from; what the new one knows already goes first.</summary>
    private static string Renamed(string table, string key) => $"UPDATE {table} SET {key} = $3 || substr({key}, length($2) + 1) WHERE workspace_id = $1 AND starts_with({key}, $2 || ':')";

    private static string Known(string table) =>
        $"DELETE FROM {table} t WHERE workspace_id = $1 AND starts_with(incident_id, $2 || ':') AND EXISTS (SELECT FROM {table} o WHERE o.workspace_id = $1 AND o.incident_id = $3 || substr(t.incident_id, length($2) + 1))";

    private static string Surplus(string table, string key, string column = "channel_id") => $"""
        DELETE FROM {table} t WHERE workspace_id = $1 AND {column} = $2
          AND EXISTS (SELECT FROM {table} o WHERE o.workspace_id = $1 AND o.{column} = $3{string.Concat(key.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => $" AND o.{one} = t.{one}"))})
        """;
}
