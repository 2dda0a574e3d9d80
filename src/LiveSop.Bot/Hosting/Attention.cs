using System.Globalization;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>
/// Keeps a mark of until when somebody listened to a workspace. Slack repeats what nobody took for some minutes and then gives it up: whatever happened in a gap is
/// read afterwards. A bot that begins to listen always looks back, since it cannot know how the last one ended.
/// </summary>
internal sealed partial class Attention(Database database, WorkSignals signals, TimeProvider time, ILogger<Attention> log)
{
    public static readonly TimeSpan BetweenMarks = TimeSpan.FromSeconds(10);

    /// <summary>Longer without a mark, and something may have been missed.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(1);

    public async Task PayAsync(WorkspaceId workspace, Func<SocketHealth> health, CancellationToken stop)
    {
        var most = TimeSpan.Zero;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        var next = DateTimeOffset.MinValue;
        while (await TickAsync(timer, stop))
        {
            if (health().Open == 0 || time.GetUtcNow() < next) continue;
            if (await TryMarkAsync(workspace, most, stop)) (most, next) = (Gap, time.GetUtcNow() + BetweenMarks);
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The one catch around a mark: what is not marked now is, with the gap it leaves, the next time.</summary>
    private async Task<bool> TryMarkAsync(WorkspaceId workspace, TimeSpan most, CancellationToken stop)
    {
        try
        {
            await MarkAsync(workspace, most, stop);
            return true;
        }
        catch (Exception e)
        {
            if (!stop.IsCancellationRequested) CannotMark(log, workspace, e.GetType().Name);
            return false;
        }
    }

    private async Task MarkAsync(WorkspaceId workspace, TimeSpan most, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop, redone: true);
        var before = (await unit.ReadAsync("""
            UPDATE workspaces w SET heard_until = $2 FROM (SELECT heard_until FROM workspaces WHERE workspace_id = $1 FOR UPDATE) known WHERE w.workspace_id = $1 RETURNING known.heard_until
            """, row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), stop, workspace.Value, now)).FirstOrDefault();
        var missed = before is { } since && now - since > most;
        if (missed) await new Jobs(unit, workspace, now).AddAsync($"catch-up:{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}", new Job.CatchUp(before!.Value), stop);
        await unit.CommitAsync(stop);
        if (missed) signals.Wake(QueueKind.Job);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "That {Workspace} is listened to could not be noted ({Reason}); what follows from the gap is read afterwards.")]
    private static partial void CannotMark(ILogger log, WorkspaceId workspace, string reason);
}
