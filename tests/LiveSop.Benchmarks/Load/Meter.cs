using System.Diagnostics;

namespace LiveSop.Benchmarks.Load;

/// <summary>One look at everybody.</summary>
/// <param name="At">Since the measuring began.</param>
/// <param name="Backlog">Acknowledged and not handled.</param>
/// <param name="Unacked">Sent and not acknowledged.</param>
/// <param name="Processor">Seconds used so far by the listener, its database server, and this process with the simulated Slack.</param>
internal sealed record Sample(TimeSpan At, long Backlog, long Unacked, double Megabytes, (double Listener, double Database, double Slack) Processor);

/// <summary>Looks every second.</summary>
internal sealed class Meter(Listener listener, Crowd crowd) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource end = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<Sample> samples = [];
    private Task looking = Task.CompletedTask;

    public IReadOnlyList<Sample> Samples => samples;

    public static Meter Start(Listener listener, Crowd crowd)
    {
        var meter = new Meter(listener, crowd);
        meter.looking = meter.LookAsync();
        return meter;
    }

    public async Task StopAsync()
    {
        await end.CancelAsync();
        await looking;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        end.Dispose();
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do samples.Add(await NowAsync());
            while (await timer.WaitForNextTickAsync(end.Token));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
    }

    private async Task<Sample> NowAsync()
    {
        var database = listener.DatabaseServer is { } server ? Proc.SecondsOfFamily(server) : 0;
        return new Sample(watch.Elapsed, await listener.BacklogAsync(end.Token), crowd.Slack.Deliveries.Pending, Proc.Megabytes(listener.Id),
            (Proc.Seconds(listener.Id), database, Proc.Seconds(Environment.ProcessId)));
    }
}
