using System.Text.Json;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>The threads that people saved: one row each, however many save it, and however often.</summary>
internal static class CaptureStore
{
    private const string Keep = """
        INSERT INTO captures (workspace_id, capture_id, channel_id, thread_ts, captured_by, captured_at, procedure) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)
        ON CONFLICT (workspace_id, channel_id, thread_ts) DO UPDATE SET captured_by = excluded.captured_by, captured_at = excluded.captured_at, procedure = excluded.procedure
        RETURNING capture_id
        """;

    /// <param name="saved">Its id counts only where the thread has no row yet.</param>
    /// <returns>The id of the thread's row: another than the one given where the thread had been saved before.</returns>
    public static async Task<Guid> SaveAsync(UnitOfWork unit, Scope.Viewer saver, ThreadId thread, SavedCapture saved, CancellationToken stop)
    {
        var ids = await unit.ReadAsync(Keep, row => row.GetGuid(0), stop, saver.Workspace.Value, saved.Id, thread.Channel.Value, thread.Ts.Value,
            saver.User.Value, saved.At, JsonSerializer.Serialize(saved.Capture, EffectJson.Options));
        return ids[0];
    }

    /// <summary>In a viewer's scope, only where that person may read the channel.</summary>
    /// <returns>Null where the thread was not saved, or by a version that this one cannot read.</returns>
    public static async Task<SavedCapture?> FindAsync(UnitOfWork unit, ThreadId thread, CancellationToken stop)
    {
        var row = await unit.Db.Captures.AsNoTracking().FirstOrDefaultAsync(one => one.ChannelId == thread.Channel && one.ThreadTs == thread.Ts, stop);
        return row?.Procedure is { } procedure && JsonSerializer.Deserialize<Capture>(procedure, EffectJson.Options) is { Version: Capture.ThisVersion } capture
            ? new(row.CaptureId, capture, row.CapturedBy, row.CapturedAt)
            : null;
    }
}
