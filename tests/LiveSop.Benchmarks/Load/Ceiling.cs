namespace LiveSop.Benchmarks.Load;

/// <summary>The highest rate that is sustained: up in steps until one fails, back in halves, and then for a whole minute.</summary>
internal sealed class Ceiling(Crowd crowd, Listener listener, LoadOptions options, TextWriter progress)
{
    private const double Step = 1.4;
    private const double Close = 1.06;
    private const double Less = 0.94;

    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(15);

    /// <returns>A trial that held; where even the slowest did not, that.</returns>
    public async Task<Trial> FindAsync(CancellationToken stop)
    {
        var (good, bad) = (0d, double.PositiveInfinity);
        for (var rate = options.Rate; bad / good > Close; rate = double.IsInfinity(bad) ? good * Step : Math.Sqrt(Math.Max(good, bad / 4) * bad))
        {
            if ((await TryAsync(rate, Probe, stop)).Fault is null) good = rate;
            else bad = rate;
        }
        var length = TimeSpan.FromSeconds(Math.Max(60, options.Seconds));
        for (var rate = good; ; rate *= Less)
            if (await TryAsync(rate, length, stop) is { } trial && (trial.Fault is null || rate < 10)) return trial;
    }

    private async Task<Trial> TryAsync(double rate, TimeSpan length, CancellationToken stop)
    {
        var trial = await Trial.RunAsync(crowd, listener, options with { Rate = rate }, length, stop);
        progress.WriteLine($"{rate,7:0} events/s for {length.TotalSeconds:0} s: sent {trial.Sent:0}/s, acks {trial.Acks}, waiting {trial.Samples[^1].Backlog + trial.Samples[^1].Unacked}: {trial.Fault ?? "held"}");
        await Trial.RestAsync(crowd, listener, stop);
        return trial;
    }
}
