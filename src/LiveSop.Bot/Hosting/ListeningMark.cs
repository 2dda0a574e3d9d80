using System.Globalization;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>
/// Keeps a mark of until when somebody listened to a workspace. Slack repeats what nobody took for some minutes and then gives it up: whatever happened in a gap is
/// read afterwards. A bot that begins to listen always looks back, since it cannot know how the last one ended.
/// </summary>
internal sealed partial class ListeningMark(Database database, Attendance attendance, WorkSignals signals, TimeProvider time, ILogger<ListeningMark> log) : BackgroundService
{
    public static readonly TimeSpan BetweenMarks = TimeSpan.FromSeconds(10);

    /// <summary>Longer without a mark, and something may have been missed.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (Presence.There Presence, DateTimeOffset At)> marked = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var (name, presence) in attendance.All)
                if (presence is Presence.There there && there.Sockets().Open > 0) await LookAsync(name, there, stoppingToken);
    }

    private async Task LookAsync(string name, Presence.There there, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var isKnown = marked.TryGetValue(name, out var last) && last.Presence == there;
        if (isKnown && now - last.At < BetweenMarks) return;
        if (await TryMarkAsync(there.Workspace, now, isKnown ? Gap : TimeSpan.Zero, stop)) marked[name] = (there, now);
    }

    /// <summary>The one catch around a mark: what is not marked now is, with the gap it leaves, the next time.</summary>
    private async Task<bool> TryMarkAsync(WorkspaceId workspace, DateTimeOffset now, TimeSpan most, CancellationToken stop)
    {
        try
        {
            await MarkAsync(workspace, now, most, stop);
            return true;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotMark(log, workspace, e.GetType().Name);
            return false;
        }
    }

    private async Task MarkAsync(WorkspaceId workspace, DateTimeOffset now, TimeSpan most, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop, redone: true);
        var before = (await unit.ReadAsync("SELECT heard_until FROM workspaces WHERE workspace_id = $1 FOR UPDATE",
            row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), stop, workspace.Value)).FirstOrDefault();
        await unit.RunAsync("UPDATE workspaces SET heard_until = $2 WHERE workspace_id = $1", stop, workspace.Value, now);
        if (before is not { } since || now - since <= most)
        {
            await unit.CommitAsync(stop);
            return;
        }
        await new Jobs(unit, workspace, now).AddAsync($"catch-up:{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}", new Job.CatchUp(since), stop);
        await unit.CommitAsync(stop);
        signals.Wake(QueueKind.Job);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "That {Workspace} is listened to could not be noted ({Reason}); what follows from the gap is read afterwards.")]
    private static partial void CannotMark(ILogger log, WorkspaceId workspace, string reason);
}
