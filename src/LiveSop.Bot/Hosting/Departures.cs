using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Forgetting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>What is kept of a workspace that removed the app goes after the days of grace. Such a workspace is not connected, so no appointment visits it.</summary>
internal sealed partial class Departures(Database database, RetentionSettings settings, TimeProvider time, ILogger<Departures> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do await RunAsync(time.GetUtcNow(), stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The one catch around what left: what could not be erased now is erased the next time.</summary>
    public async Task RunAsync(DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            foreach (var workspace in await GoneAsync(stop))
                if (await EraseAsync(workspace, now, stop)) Erased(log, workspace, settings.GraceDays);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotErase(log, e.GetType().Name);
        }
    }

    /// <summary>Those whose farewell waits in the queue: nothing else can be asked across workspaces.</summary>
    private async Task<List<WorkspaceId>> GoneAsync(CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher(), stop);
        return await unit.ReadAsync("SELECT DISTINCT workspace_id FROM work_queue WHERE kind = 'job' AND lane = 'leave'", row => new WorkspaceId(row.GetString(0)), stop);
    }

    private async Task<bool> EraseAsync(WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var due = await unit.ReadAsync("SELECT workspace_id FROM workspaces WHERE workspace_id = $1 AND state = 'stopped' AND left_at <= $2 FOR UPDATE", row => row.GetString(0), stop,
            workspace.Value, now.AddDays(-settings.GraceDays));
        if (due.Count == 0) return false;
        await unit.EraseAsync(workspace, new Subject.Everything(), now, stop);
        await unit.CommitAsync(stop);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Workspace} removed the app {Days} days ago: everything of it was erased.")]
    private static partial void Erased(ILogger log, WorkspaceId workspace, int days);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is kept of workspaces that left could not be erased ({Reason}); trying again later.")]
    private static partial void CannotErase(ILogger log, string reason);
}
