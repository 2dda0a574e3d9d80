using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>
/// Tells Slack what was decided, each lane in its order and many lanes at once. An effect is leased, marked as begun, sent, and marked as sent; a worker
/// that dies in between leaves a mark by which the next knows that Slack must be asked first.
/// </summary>
internal sealed partial class OutboxWorker(Database database, EffectSender sender, TimeProvider time, WorkSignals signals, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int MostAtOnce = 32;
    private const int MostAttempts = 8;

    private static readonly TimeSpan WhileAway = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim places = new(MostAtOnce);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await SendSomeAsync(stoppingToken)) await signals.WaitAsync(QueueKind.Outbox, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                CannotWork(log, e.GetType().Name);
                await Task.Delay(WhileAway, time, stoppingToken);
            }
        }
        await LetEndAsync();
    }

    /// <returns>Whether there was anything to send.</returns>
    private async Task<bool> SendSomeAsync(CancellationToken stop)
    {
        await places.WaitAsync(stop);
        var free = 1;
        while (places.Wait(0, CancellationToken.None)) free++;
        var begun = new List<Outgoing>();
        try
        {
            begun = await BeginAsync(free, stop);
        }
        finally
        {
            if (free > begun.Count) places.Release(free - begun.Count);
        }
        foreach (var one in begun) _ = SendAsync(one, stop);
        return begun.Count > 0;
    }

    private async Task<List<Outgoing>> BeginAsync(int most, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var unit = await database.BeginAsync(new Scope.Dispatcher(), stop);
        var leased = await unit.LeaseAsync(QueueKind.Outbox, sender.Workspaces, (now, now + sender.Lease), most, stop);
        var begun = new List<Outgoing>();
        foreach (var workspace in leased.GroupBy(item => item.Workspace))
        {
            await unit.EnterAsync(new Scope.Miner(workspace.Key), stop);
            begun.AddRange(await unit.BeginAsync(workspace.Key, [.. workspace], now, stop));
        }
        await unit.CommitAsync(stop);
        return begun;
    }

    /// <summary>The one catch around an effect: what cannot even be recorded comes again when its lease ends.</summary>
    private async Task SendAsync(Outgoing outgoing, CancellationToken stop)
    {
        try
        {
            var outcome = await sender.SendAsync(outgoing, stop);
            await RecordAsync(outgoing, outcome);
        }
        catch (Exception e)
        {
            CannotRecord(log, outgoing.Work.Workspace, outgoing.Id, e.GetType().Name);
        }
        finally
        {
            places.Release();
        }
    }

    // Without the stopping token: what Slack was told must be known, or it would be told again.
    private async Task RecordAsync(Outgoing outgoing, Outcome outcome)
    {
        var (workspace, now) = (outgoing.Work.Workspace, time.GetUtcNow());
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), CancellationToken.None);
        switch (outcome)
        {
            case Outcome.Done done:
                await unit.MarkSentAsync(workspace, outgoing.Id, done.Ts, now, CancellationToken.None);
                await unit.RemoveAsync(QueueKind.Outbox, workspace, [outgoing.Work.Seq], CancellationToken.None);
                break;
            case Outcome.NotYet late when !late.Counts || outgoing.Work.Attempts < MostAttempts:
                await unit.MarkWaitingAsync(workspace, outgoing.Id, late.Reason, unsure: false, CancellationToken.None);
                await unit.PutOffAsync(QueueKind.Outbox, outgoing.Work, now + late.Wait, late.Counts, CancellationToken.None);
                break;
            case Outcome.Unsure { Reason: var reason } when outgoing.Work.Attempts < MostAttempts:
                await unit.MarkWaitingAsync(workspace, outgoing.Id, reason, unsure: true, CancellationToken.None);
                await unit.PutOffAsync(QueueKind.Outbox, outgoing.Work, now + Backoff.After(outgoing.Work.Attempts), counts: true, CancellationToken.None);
                break;
            default:
                await ParkAsync(unit, outgoing, outcome);
                break;
        }
        await unit.CommitAsync(CancellationToken.None);
        signals.Wake(QueueKind.Outbox);
    }

    private async Task ParkAsync(UnitOfWork unit, Outgoing outgoing, Outcome outcome)
    {
        var reason = outcome switch { Outcome.Never never => never.Reason, Outcome.NotYet late => late.Reason, Outcome.Unsure unsure => unsure.Reason, _ => "" };
        await unit.ParkAsync(outgoing.Work.Workspace, outgoing.Id, reason, CancellationToken.None);
        await unit.RemoveAsync(QueueKind.Outbox, outgoing.Work.Workspace, [outgoing.Work.Seq], CancellationToken.None);
        Parked(log, outgoing.Work.Workspace, outgoing.Id, outgoing.Effect.GetType().Name, reason);
    }

    /// <summary>What was begun is let end: only so its outcome is known.</summary>
    private async Task LetEndAsync()
    {
        for (var i = 0; i < MostAtOnce; i++) await places.WaitAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be worked on ({Reason}); trying again.")]
    private static partial void CannotWork(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of effect {Effect} of {Workspace} could not be recorded ({Reason}); it is looked at again.")]
    private static partial void CannotRecord(ILogger log, WorkspaceId workspace, Guid effect, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} of {Workspace}, a {Kind}, is given up and parked in the table outbox: {Reason}.")]
    private static partial void Parked(ILogger log, WorkspaceId workspace, Guid effect, string kind, string reason);
}
