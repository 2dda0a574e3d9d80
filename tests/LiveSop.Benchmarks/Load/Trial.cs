namespace LiveSop.Benchmarks.Load;

/// <summary>What came of sending at one rate for a while.</summary>
/// <param name="Asked">Events a second that were to be sent.</param>
/// <param name="Sent">Events a second that were.</param>
/// <param name="Behind">How far the sender itself fell behind its schedule, at worst.</param>
/// <param name="Retried">Envelopes that were sent again because no acknowledgement came in three seconds.</param>
internal sealed record Trial(double Asked, double Sent, TimeSpan Behind, Times Acks, long Retried, IReadOnlyList<Sample> Samples)
{
    private const double MostMilliseconds = 3000;

    /// <summary>Null where the rate is sustained; otherwise why it is not.</summary>
    public string? Fault =>
        Sent < 0.98 * Asked ? "the sender could not keep up"
        : Acks.Max >= MostMilliseconds || Retried > 0 ? "acknowledgements took 3 s"
        : Growth > Math.Max(0.01 * Asked * Seconds / 2, Asked / 4) ? "what waits grew"
        : null;

    private double Seconds => (Samples[^1].At - Samples[0].At).TotalSeconds;

    /// <summary>By how much more waits in the last quarter than in the second.</summary>
    private double Growth => Waiting(0.75, 1) - Waiting(0.25, 0.5);

    /// <summary>Lets the traffic flow, and leaves what waits then to whoever comes next.</summary>
    public static async Task<Trial> RunAsync(Crowd crowd, Listener listener, LoadOptions options, TimeSpan length, CancellationToken stop)
    {
        crowd.Slack.Deliveries.Clear();
        var (before, since) = (crowd.Slack.Deliveries.Tally, crowd.Slack.Clock.GetTimestamp());
        await using var meter = Meter.Start(listener, crowd);
        var behind = await Traffic.SendAsync(crowd, options, length, stop);
        var elapsed = crowd.Slack.Clock.GetElapsedTime(since);
        var after = crowd.Slack.Deliveries.Tally;
        await meter.StopAsync();
        await AckedAsync(crowd, stop);
        var acks = Times.Of(crowd.Slack.Deliveries.Select(delivery => (delivery.AckedAfter ?? TimeSpan.FromSeconds(3)).TotalMilliseconds));
        return new Trial(options.Rate, (after.Events - before.Events) / elapsed.TotalSeconds, behind, acks, after.Retried - before.Retried, meter.Samples);
    }

    /// <summary>Waits until everything that was sent is acknowledged or given up, and handled.</summary>
    public static async Task RestAsync(Crowd crowd, Listener listener, CancellationToken stop)
    {
        await AckedAsync(crowd, stop);
        while (!listener.HasEnded && await listener.BacklogAsync(stop) > 0) await Task.Delay(100, stop);
        await AckedAsync(crowd, stop);
    }

    private static Task AckedAsync(Crowd crowd, CancellationToken stop) => crowd.Slack.UntilAsync(() => crowd.Slack.Deliveries.Pending == 0, TimeSpan.FromMinutes(10)).WaitAsync(stop);

    private double Waiting(double from, double to) => Samples
        .Where(sample => sample.At >= from * Samples[^1].At && sample.At <= to * Samples[^1].At)
        .Average(sample => sample.Backlog + sample.Unacked);
}
