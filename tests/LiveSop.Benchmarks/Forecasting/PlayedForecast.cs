namespace LiveSop.Benchmarks.Forecasting;

/// <summary>What was forecast on the way through a reading.</summary>
/// <param name="Errors">At each of the <see cref="Moments"/>, by how much of the truth the forecast was off; null where it said nothing.</param>
internal sealed record PlayedForecast(string Kind, int Steps, int Soundings, IReadOnlyList<double?> Errors)
{
    /// <summary>Shares of the work.</summary>
    public static IReadOnlyList<double> Moments { get; } = [0.02, 0.1, 0.5];

    public static PlayedForecast Of(PastChannel channel, int page)
    {
        var whole = new PlayedReading(channel, page);
        while (!whole.IsDone) whole.Step();
        var again = new PlayedReading(channel, page);
        return new(channel.Kind, whole.Steps, whole.Soundings, [.. Moments.Select(moment => Error(again, moment, whole.Steps))]);
    }

    private static double? Error(PlayedReading reading, double moment, int steps)
    {
        while (reading.Steps < Math.Max(1, moment * steps)) reading.Step();
        var truth = steps - reading.Steps;
        return (reading.StepsLeft() - truth) / Math.Max(1, truth);
    }
}
