using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Learn;

/// <summary>Does the work that takes longer than a transaction should, a few at once. A job is leased as long as its worker lives; of a worker that died, another takes over.</summary>
internal sealed partial class JobWorker(Database database, LearningJobs runner, TimeProvider time, WorkSignals signals, ILogger<JobWorker> log) : BackgroundService
{
    private const int MostAtOnce = 4;
    private const int MostAttempts = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhileAway = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim turn = new(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, MostAtOnce).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunAsync(await NextAsync(stop), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                CannotWork(log, e.GetType().Name);
                await Task.Delay(WhileAway, time, stop);
            }
        }
    }

    // Whoever has nothing to do waits in a row: only the first of them looks.
    private async Task<WorkItem> NextAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            while (true)
            {
                if (await TakeAsync(stop) is { } item) return item;
                await signals.WaitAsync(QueueKind.Job, stop);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<WorkItem?> TakeAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var unit = await database.BeginAsync(new Scope.Dispatcher(), stop);
        var taken = await unit.LeaseAsync(QueueKind.Job, runner.Workspaces, (now, now + Lease), 1, stop);
        await unit.CommitAsync(stop);
        return taken.FirstOrDefault();
    }

    private async Task RunAsync(WorkItem item, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewals = RenewAsync(item, over.Token);
        try
        {
            if (await BeginAsync(item, stop) is { } job) await runner.RunAsync(item, job, stop);
            await EndAsync(item, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            await PutAwayAsync(item, e, stop);
        }
        catch (OperationCanceledException)
        {
            await GiveBackAsync(item);
        }
        finally
        {
            await over.CancelAsync();
            await renewals;
        }
    }

    // Stopping: whoever comes next need not wait for the lease to end.
    private async Task GiveBackAsync(WorkItem item)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), CancellationToken.None);
        await unit.PutOffAsync(QueueKind.Job, item, time.GetUtcNow(), counts: false, CancellationToken.None);
        await unit.CommitAsync(CancellationToken.None);
    }

    private async Task<Job?> BeginAsync(WorkItem item, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var job = await unit.BeginAsync(item, time.GetUtcNow(), stop);
        await unit.CommitAsync(stop);
        return job;
    }

    private async Task EndAsync(WorkItem item, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        await unit.EndAsync(item, time.GetUtcNow(), stop);
        await unit.CommitAsync(stop);
        signals.Wake(QueueKind.Job);
        signals.Wake(QueueKind.Outbox);
    }

    private async Task RenewAsync(WorkItem item, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(BetweenRenewals, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
                await unit.ExtendAsync(QueueKind.Job, item, time.GetUtcNow() + Lease, stop);
                await unit.CommitAsync(stop);
            }
        }
        catch (Exception e)
        {
            if (!stop.IsCancellationRequested) CannotWork(log, e.GetType().Name);
        }
    }

    private async Task PutAwayAsync(WorkItem item, Exception failure, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        if (item.Attempts + 1 >= MostAttempts)
        {
            await unit.ParkAsync(item, failure.GetType().Name, stop);
            Parked(log, item.Workspace, item.Item, MostAttempts, failure.GetType().Name);
        }
        else
        {
            await unit.PutOffAsync(QueueKind.Job, item, time.GetUtcNow() + Backoff.After(item.Attempts), counts: true, stop);
            Failed(log, item.Workspace, item.Item, failure.GetType().Name);
        }
        await unit.CommitAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs cannot be worked on ({Reason}); trying again.")]
    private static partial void CannotWork(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} of {Workspace} failed ({Reason}) and is tried again later.")]
    private static partial void Failed(ILogger log, WorkspaceId workspace, string job, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} of {Workspace} failed {Attempts} times ({Reason}) and is parked in the table jobs.")]
    private static partial void Parked(ILogger log, WorkspaceId workspace, string job, int attempts, string reason);
}
