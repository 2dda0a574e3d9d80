using System.Text.Json;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Work;

/// <summary>The rows of jobs.</summary>
internal static class JobStore
{
    /// <returns>Null where the job is over, or is no longer known.</returns>
    public static async Task<Job?> BeginAsync(this UnitOfWork unit, WorkItem item, DateTimeOffset now, CancellationToken stop)
    {
        var begun = await unit.ReadAsync("""
            UPDATE jobs SET state = 'running', started_at = coalesce(started_at, $3) WHERE workspace_id = $1 AND job_id = $2 AND state IN ('waiting', 'running') RETURNING payload::text
            """, row => row.GetString(0), stop, item.Workspace.Value, Guid.Parse(item.Item), now);
        return begun is [var payload] ? JsonSerializer.Deserialize<Job>(payload, EffectJson.Options) : null;
    }

    /// <summary>Whether there is a job of that kind that nobody has begun.</summary>
    public static async Task<bool> IsWaitingAsync<TJob>(this UnitOfWork unit, WorkspaceId workspace, CancellationToken stop) where TJob : Job =>
        (await unit.ReadAsync("SELECT 1 FROM jobs WHERE workspace_id = $1 AND kind = $2 AND state = 'waiting' LIMIT 1", row => row.GetInt32(0), stop, workspace.Value, Kind(typeof(TJob)))).Count > 0;

    internal static string Kind(Type job) => job.Name.ToLowerInvariant();

    /// <returns>Null where it is not known, or cannot be read.</returns>
    public static async Task<Job?> FindAsync(this UnitOfWork unit, WorkItem item, CancellationToken stop)
    {
        var found = await unit.ReadAsync("SELECT payload::text FROM jobs WHERE workspace_id = $1 AND job_id = $2", row => row.GetString(0), stop, item.Workspace.Value, Guid.Parse(item.Item));
        try
        {
            return found is [var payload] ? JsonSerializer.Deserialize<Job>(payload, EffectJson.Options) : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    public static async Task EndAsync(this UnitOfWork unit, WorkItem item, DateTimeOffset now, CancellationToken stop)
    {
        await unit.RunAsync("UPDATE jobs SET state = 'done', finished_at = $3, error = NULL WHERE workspace_id = $1 AND job_id = $2", stop, item.Workspace.Value, Guid.Parse(item.Item), now);
        await unit.RemoveAsync(QueueKind.Job, item.Workspace, [item.Seq], stop);
    }

    public static async Task ParkAsync(this UnitOfWork unit, WorkItem item, string reason, CancellationToken stop)
    {
        await unit.RunAsync("UPDATE jobs SET state = 'parked', error = $3 WHERE workspace_id = $1 AND job_id = $2", stop, item.Workspace.Value, Guid.Parse(item.Item), reason);
        await unit.RemoveAsync(QueueKind.Job, item.Workspace, [item.Seq], stop);
    }

    /// <summary>With what they found. What was parked stays.</summary>
    /// <returns>How many were forgotten, at most so many as given.</returns>
    public static Task<int> ForgetDoneAsync(this UnitOfWork unit, WorkspaceId workspace, DateTimeOffset before, int most, CancellationToken stop) => unit.RunAsync("""
        DELETE FROM jobs j USING (SELECT job_id FROM jobs WHERE workspace_id = $1 AND state = 'done' AND finished_at < $2 LIMIT $3) old
        WHERE j.workspace_id = $1 AND j.job_id = old.job_id
        """, stop, workspace.Value, before, most);
}
