using LiveSop.Bot.Storage;
using LiveSop.Bot.Telemetry;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>
/// Drains the inbox: many envelopes in one transaction, each lane in its order. Where one of them fails all are rolled back and done again one by one,
/// so that only the one that fails is put off, in a lane of its own, and after some tries parked. What a crash undoes is still in the inbox, so that these
/// commits need not reach the disk; what follows from them outside does only after a commit that has, and with it all before.
/// </summary>
internal sealed partial class InboxWorker(Database database, Reception reception, TimeProvider time, WorkSignals signals, ILogger<InboxWorker> log) : BackgroundService
{
    private const int LanesAtOnce = 64;
    private const int MostAtOnce = 256;
    private const int MostAttempts = 5;

    private static readonly TimeSpan WhileAway = TimeSpan.FromMilliseconds(250);

    /// <summary>After few envelopes, so that the next transaction has more than one: each costs as much as handling some twenty.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var taken = await DrainAsync(stoppingToken);
                if (taken == 0) await signals.WaitAsync(QueueKind.Inbox, stoppingToken);
                else if (taken < LanesAtOnce) await Task.Delay(Gathering, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                CannotWork(log, e.GetType().Name);
                await Task.Delay(WhileAway, time, stoppingToken);
            }
        }
    }

    /// <returns>How many there were to handle.</returns>
    private async Task<int> DrainAsync(CancellationToken stop)
    {
        var taken = new List<WorkItem>();
        try
        {
            await TakeAsync((LanesAtOnce, MostAtOnce), taken, stop);
        }
        catch (Exception e) when (taken.Count > 0 && IsFaultOf(e, stop))
        {
            for (var left = taken.Count; left > 0; left--)
                if (!await TakeOneAsync(stop)) break;
        }
        return taken.Count;
    }

    /// <returns>False where nothing is left to take.</returns>
    private async Task<bool> TakeOneAsync(CancellationToken stop)
    {
        var taken = new List<WorkItem>();
        try
        {
            await TakeAsync((1, 1), taken, stop);
        }
        catch (Exception e) when (taken.Count > 0 && IsFaultOf(e, stop))
        {
            await PutAwayAsync(taken[0], e, stop);
        }
        return taken.Count > 0;
    }

    /// <param name="taken">Filled first, so that it is known when what follows fails.</param>
    private async Task TakeAsync((int Lanes, int Rows) most, List<WorkItem> taken, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher(), stop, redone: true);
        taken.AddRange(OfOneWorkspace(await unit.HoldAsync(QueueKind.Inbox, reception.Workspaces, time.GetUtcNow(), most, stop)));
        if (taken.Count > 0) await HandleAsync(unit, taken, stop);
    }

    private async Task HandleAsync(UnitOfWork unit, List<WorkItem> items, CancellationToken stop)
    {
        var workspace = items[0].Workspace;
        var now = time.GetUtcNow();
        await unit.EnterAsync(new Scope.Miner(workspace), stop);
        var envelopes = await unit.EnvelopesAsync(workspace, items.Select(item => item.Item), stop);
        var news = await reception.HandleAsync(unit, workspace, items.Where(item => envelopes.ContainsKey(item.Item)).Select(item => new Kept(item.Item, envelopes[item.Item])), now, stop);
        await unit.MarkHandledAsync(items, now, stop);
        await unit.CommitAsync(stop);
        Instruments.Handled(workspace.Value, items.Count, "handled");
        foreach (var kind in news) signals.Wake(kind);
    }

    private async Task PutAwayAsync(WorkItem item, Exception failure, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        if (!await unit.HoldAgainAsync(QueueKind.Inbox, item, stop)) return;
        if (item.Attempts + 1 >= MostAttempts)
        {
            await unit.ParkAsync(item.Workspace, item.Item, failure.GetType().Name, stop);
            await unit.RemoveAsync(QueueKind.Inbox, item.Workspace, [item.Seq], stop);
            Instruments.Handled(item.Workspace.Value, 1, "parked");
            Parked(log, item.Workspace, item.Item, MostAttempts, failure.GetType().Name);
        }
        else
        {
            await unit.SetAsideAsync(QueueKind.Inbox, item, time.GetUtcNow() + Backoff.After(item.Attempts), stop);
            SetAside(log, item.Workspace, item.Item, failure.GetType().Name);
        }
        await unit.CommitAsync(stop);
    }

    /// <summary>The others are let go when the transaction ends.</summary>
    private static List<WorkItem> OfOneWorkspace(List<WorkItem> items) => [.. items.Where(item => item.Workspace == items[0].Workspace)];

    /// <summary>That the database is away, or the workspace, or that we stop, is no envelope's fault.</summary>
    private static bool IsFaultOf(Exception failure, CancellationToken stop) => !stop.IsCancellationRequested && failure is not NotConnectedException && !Outage.Caused(failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox cannot be worked on ({Reason}); trying again.")]
    private static partial void CannotWork(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Envelope {Key} of {Workspace} failed ({Reason}) and is tried again later.")]
    private static partial void SetAside(ILogger log, WorkspaceId workspace, string key, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Envelope {Key} of {Workspace} failed {Attempts} times ({Reason}) and is parked in the table inbox; nothing waits for it.")]
    private static partial void Parked(ILogger log, WorkspaceId workspace, string key, int attempts, string reason);
}
