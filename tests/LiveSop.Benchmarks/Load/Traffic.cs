using System.Diagnostics;

namespace LiveSop.Benchmarks.Load;

/// <summary>Says things at a rate, by the clock and not by the answers: whoever falls behind is not spared what comes next.</summary>
internal static class Traffic
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    /// <returns>How far behind the schedule it was at worst.</returns>
    public static async Task<TimeSpan> SendAsync(Crowd crowd, LoadOptions options, TimeSpan length, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var worst = TimeSpan.Zero;
        using var timer = new PeriodicTimer(Tick);
        for (long sent = 0; watch.Elapsed < length; await timer.WaitForNextTickAsync(stop))
            for (; sent < watch.Elapsed.TotalSeconds * options.Messages; sent++)
            {
                var behind = watch.Elapsed - TimeSpan.FromSeconds(sent / options.Messages);
                if (behind > worst) worst = behind;
                if (watch.Elapsed >= length) break;
                await crowd.SayAsync();
            }
        return worst;
    }
}
