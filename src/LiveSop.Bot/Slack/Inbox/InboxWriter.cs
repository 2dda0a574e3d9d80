using System.Threading.Channels;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>
/// Makes envelopes durable before they are acknowledged. Many wait for one commit: whatever came while the last one ran goes into the next.
/// Where the database is away they wait for it; Slack delivers again what it did not hear of.
/// </summary>
internal sealed partial class InboxWriter(Database database, TimeProvider time, WorkSignals signals, ILogger<InboxWriter> log) : BackgroundService
{
    /// <summary>One commit holds at most so many; more only makes the first of them wait longer.</summary>
    private const int MostAtOnce = 512;

    /// <summary>And no more bytes than that and one envelope: a statement has its limits, and so has memory.</summary>
    private const int MostBytesAtOnce = 8 * 1024 * 1024;

    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(250);

    private readonly Channel<Waiting> arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(8 * MostAtOnce) { SingleReader = true });

    /// <summary>Returns when the envelope is durable, as new or as known.</summary>
    /// <exception cref="TimeoutException">It expired before it could be stored: nobody waits for it now, so it must not be done later either.</exception>
    public async Task StoreAsync(Arrival arrival, CancellationToken stop)
    {
        var waiting = new Waiting(arrival, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await arrivals.Writer.WriteAsync(waiting, stop);
        await waiting.Stored.Task.WaitAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(MostAtOnce);
        while (await arrivals.Reader.WaitToReadAsync(stoppingToken))
        {
            Gather(batch);
            foreach (var workspace in batch.GroupBy(waiting => waiting.Arrival.Workspace))
                await StoreAsync(workspace.Key, [.. workspace], stoppingToken);
        }
    }

    private void Gather(List<Waiting> batch)
    {
        batch.Clear();
        for (var bytes = 0; batch.Count < MostAtOnce && bytes < MostBytesAtOnce && arrivals.Reader.TryRead(out var next); bytes += next.Arrival.Frame.Length) batch.Add(next);
    }

    private async Task StoreAsync(WorkspaceId workspace, List<Waiting> waiting, CancellationToken stop)
    {
        while (true)
        {
            waiting.RemoveAll(HasExpired);
            if (waiting.Count == 0) return;
            try
            {
                await CommitAsync(workspace, waiting, stop);
                signals.Wake(QueueKind.Inbox);
                foreach (var one in waiting) one.Stored.SetResult();
                return;
            }
            catch (PostgresException e) when (IsRefusal(e))
            {
                await StoreOneByOneAsync(workspace, waiting, e, stop);
                return;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                CannotStore(log, workspace, waiting.Count, e.GetType().Name);
                await Task.Delay(BeforeTryingAgain, time, stop);
            }
        }
    }

    // One that the database refuses must not keep the others out.
    private async Task StoreOneByOneAsync(WorkspaceId workspace, List<Waiting> waiting, PostgresException refusal, CancellationToken stop)
    {
        if (waiting is [var only])
        {
            Refused(log, workspace, only.Arrival.Kind, refusal.SqlState);
            only.Stored.SetException(refusal);
            return;
        }
        foreach (var one in waiting) await StoreAsync(workspace, [one], stop);
    }

    /// <summary>What will be refused the next time too: bad data (class 22), a broken constraint (23), too much of something (54), what the server itself trips over (XX).</summary>
    private static bool IsRefusal(PostgresException e) => e.SqlState[..2] is "22" or "23" or "54" or "XX";

    private async Task CommitAsync(WorkspaceId workspace, List<Waiting> waiting, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await unit.KeepAsync(workspace, time.GetUtcNow(), [.. waiting.Select(one => one.Arrival)], stop);
        await unit.CommitAsync(stop);
    }

    private bool HasExpired(Waiting waiting)
    {
        if (waiting.Arrival.Expires is not { } expires || expires > time.GetUtcNow()) return false;
        waiting.Stored.SetException(new TimeoutException("The envelope could not be stored while somebody waited for it."));
        return true;
    }

    private sealed record Waiting(Arrival Arrival, TaskCompletionSource Stored);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} envelopes of {Workspace} wait for the database ({Reason}); they are not acknowledged until it has them.")]
    private static partial void CannotStore(ILogger log, WorkspaceId workspace, int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database refuses an envelope of type {Kind} of {Workspace} ({SqlState}); it is not acknowledged.")]
    private static partial void Refused(ILogger log, WorkspaceId workspace, string kind, string sqlState);
}
