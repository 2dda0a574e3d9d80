using LiveSop.Bot.Storage;
using LiveSop.Bot.Telemetry;
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

    /// <summary>When stopping, how long what was begun may take to end. The host waits longer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly CancellationTokenSource brokenOff = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true) await WorkAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            await LetEndAsync();
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            if (!await SendSomeAsync(stop)) await signals.WaitAsync(QueueKind.Outbox, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotWork(log, e.GetType().Name);
            await Task.Delay(WhileAway, time, stop);
        }
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
        foreach (var one in begun) _ = SendAsync(one, brokenOff.Token);
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
        // Not to be broken off: begun for nothing, what may be told only once would never be told.
        await unit.CommitAsync(CancellationToken.None);
        return begun;
    }

    /// <summary>The one catch around an effect: what cannot even be recorded comes again when its lease ends.</summary>
    private async Task SendAsync(Outgoing outgoing, CancellationToken late)
    {
        using var span = Spans.Effect(outgoing.Work.Workspace.Value, outgoing.Id, outgoing.Kind);
        try
        {
            var outcome = await sender.SendAsync(outgoing, late);
            if (outcome is not Outcome.Done) span.Fail(outcome.GetType().Name);
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

    // Without the stopping token: what Slack was told must be known, or it would be told again. Of whom the effect was taken over, nothing is taken down.
    private async Task RecordAsync(Outgoing outgoing, Outcome outcome)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(outgoing.Work.Workspace), CancellationToken.None);
        var now = time.GetUtcNow();
        var isOurs = outcome switch
        {
            Outcome.Done done => await EndAsync(unit, outgoing, await unit.MarkSentAsync(outgoing, done.At, now, CancellationToken.None)),
            Outcome.NotYet late when !late.Counts || outgoing.Work.Attempts < MostAttempts => await PutOffAsync(unit, outgoing, late, now, unsure: outgoing.BegunBefore),
            Outcome.Unsure unsure when outgoing.Work.Attempts < MostAttempts => await PutOffAsync(unit, outgoing, new(Backoff.After(outgoing.Work.Attempts), unsure.Reason), now, unsure: true),
            _ => await ParkAsync(unit, outgoing, outcome),
        };
        if (!isOurs) return;
        await unit.CommitAsync(CancellationToken.None);
        Instruments.Told(outgoing.Work.Workspace.Value, outgoing.Kind, outcome.GetType().Name);
        signals.Wake(QueueKind.Outbox);
    }

    /// <param name="unsure">Also where Slack could not be asked about an earlier attempt: it must still be asked before the next.</param>
    private static async Task<bool> PutOffAsync(UnitOfWork unit, Outgoing outgoing, Outcome.NotYet late, DateTimeOffset now, bool unsure)
    {
        if (!await unit.MarkWaitingAsync(outgoing, late.Reason, unsure, CancellationToken.None)) return false;
        await unit.PutOffAsync(QueueKind.Outbox, outgoing.Work, now + late.Wait, late.Counts, CancellationToken.None);
        return true;
    }

    private async Task<bool> ParkAsync(UnitOfWork unit, Outgoing outgoing, Outcome outcome)
    {
        var reason = outcome switch { Outcome.Never never => never.Reason, Outcome.NotYet late => late.Reason, Outcome.Unsure unsure => unsure.Reason, _ => "" };
        if (!await EndAsync(unit, outgoing, await unit.ParkAsync(outgoing, reason, CancellationToken.None))) return false;
        Parked(log, outgoing.Work.Workspace, outgoing.Id, outgoing.Kind, reason);
        return true;
    }

    private static async Task<bool> EndAsync(UnitOfWork unit, Outgoing outgoing, bool isOurs)
    {
        if (isOurs) await unit.RemoveAsync(QueueKind.Outbox, outgoing.Work.Workspace, [outgoing.Work.Seq], CancellationToken.None);
        return isOurs;
    }

    /// <summary>What was begun is let end, since only so its outcome is known; after a while it is broken off, and looked at by whoever comes next.</summary>
    private async Task LetEndAsync()
    {
        using var limit = time.CreateTimer(_ => brokenOff.Cancel(), null, Grace, Timeout.InfiniteTimeSpan);
        for (var i = 0; i < MostAtOnce; i++) await places.WaitAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be worked on ({Reason}); trying again.")]
    private static partial void CannotWork(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of effect {Effect} of {Workspace} could not be recorded ({Reason}); it is looked at again.")]
    private static partial void CannotRecord(ILogger log, WorkspaceId workspace, Guid effect, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} of {Workspace}, a {Kind}, is given up and parked in the table outbox: {Reason}.")]
    private static partial void Parked(ILogger log, WorkspaceId workspace, Guid effect, string kind, string reason);
}
