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
        ("incidents", ""),
        ("incident_vectors", ""),
        ("channels", ""),
    ];

    /// <summary>What is known of the new channel already stays as it is there.</summary>
    public static async Task MoveAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId from, ChannelId to, CancellationToken stop)
    {
        foreach (var (table, key) in Tables)
        {
            if (table is "channels" || key.Length > 0) await unit.RunAsync(Surplus(table, key), stop, workspace.Value, from.Value, to.Value);
            await unit.RunAsync($"UPDATE {table} SET channel_id = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, from.Value, to.Value);
        }
    }

    private static string Surplus(string table, string key) => $"""
        DELETE FROM {table} t WHERE workspace_id = $1 AND channel_id = $2
          AND EXISTS (SELECT FROM {table} o WHERE o.workspace_id = $1 AND o.channel_id = $3{string.Concat(key.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => $" AND o.{one} = t.{one}"))})
        """;
}
