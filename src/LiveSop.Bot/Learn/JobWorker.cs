using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Telemetry;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Learn;

/// <summary>
/// Does the work that takes longer than a transaction should, a few at once. A job is leased as long as its worker lives; of a worker that died, another takes over.
/// That Slack or the database is away is no job's fault: it waits for them. A job that fails otherwise, or that its workers do not survive, is parked.
/// </summary>
internal sealed partial class JobWorker(Database database, LearningJobs runner, TimeProvider time, WorkSignals signals, ILogger<JobWorker> log) : BackgroundService
{
    private const int MostAtOnce = 4;
    private const int MostAttempts = 5;

    /// <summary>Taken so often and never ended: its workers die of it.</summary>
    private const int MostTakings = 12;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhileAway = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhileSlackIsAway = TimeSpan.FromSeconds(30);

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
            if (item.Attempts >= MostTakings) throw new DeadlyJobException();
            var end = await BeginAsync(item, stop) is { } job
                ? await JobMeter.RunAsync(item.Workspace.Value, item.Item, JobStore.Kind(job.GetType()), () => runner.RunAsync(item, job, stop))
                : JobEnd.Finished;
            if (end is JobEnd.Later later) await PutOffAsync(item, later.Wait);
            else await EndAsync(item, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            await PutOffAsync(item, TimeSpan.Zero);
        }
        catch (SlackCallException e) when (e.IsOutage)
        {
            Waits(log, item.Workspace, item.Item, e.Code);
            await PutOffAsync(item, WhileSlackIsAway);
        }
        catch (Exception e) when (e is NotConnectedException || Outage.Caused(e))
        {
            Waits(log, item.Workspace, item.Item, e.GetType().Name);
            await PutOffAsync(item, Backoff.After(item.Attempts));
        }
        catch (Exception e)
        {
            await PutAwayAsync(item, e, stop);
        }
        finally
        {
            await over.CancelAsync();
            await renewals;
        }
    }

    // Whoever comes next need not wait for the lease to end.
    private async Task PutOffAsync(WorkItem item, TimeSpan wait)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), CancellationToken.None);
        await unit.PutOffAsync(QueueKind.Job, item, time.GetUtcNow() + wait, counts: false, CancellationToken.None);
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

    /// <summary>Until the job is over. A renewal that fails is made up for by the next: two may fail before the lease ends.</summary>
    private async Task RenewAsync(WorkItem item, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(BetweenRenewals, time, over);
                await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), over);
                await unit.ExtendAsync(QueueKind.Job, item, time.GetUtcNow() + Lease, over);
                await unit.CommitAsync(over);
            }
            catch (Exception e)
            {
                if (!over.IsCancellationRequested) CannotWork(log, e.GetType().Name);
            }
        }
    }

    private async Task PutAwayAsync(WorkItem item, Exception failure, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        if (item.Attempts + 1 >= MostAttempts)
        {
            await runner.GiveUpAsync(unit, item, time.GetUtcNow(), stop);
            await unit.ParkAsync(item, failure.GetType().Name, stop);
            Parked(log, item.Workspace, item.Item, item.Attempts + 1, failure.GetType().Name);
        }
        else
        {
            await unit.PutOffAsync(QueueKind.Job, item, time.GetUtcNow() + Backoff.After(item.Attempts), counts: true, stop);
            Failed(log, item.Workspace, item.Item, failure.GetType().Name);
        }
        await unit.CommitAsync(stop);
    }

    /// <summary>Nobody who took the job came back to say how it ended.</summary>
    private sealed class DeadlyJobException : Exception;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} of {Workspace} waits for what is away ({Reason}).")]
    private static partial void Waits(ILogger log, WorkspaceId workspace, string job, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs cannot be worked on ({Reason}); trying again.")]
    private static partial void CannotWork(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} of {Workspace} failed ({Reason}) and is tried again later.")]
    private static partial void Failed(ILogger log, WorkspaceId workspace, string job, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} of {Workspace} failed {Attempts} times ({Reason}) and is parked in the table jobs.")]
    private static partial void Parked(ILogger log, WorkspaceId workspace, string job, int attempts, string reason);
}
