using System.Text.Json;

namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>A chart as it is stored, format 1. Stretches are arrays: from, to (microseconds since the Unix epoch), messages, reply calls.</summary>
internal static class ChartJson
{
    private const int Version = 1;

    public static string Write(Chart chart) =>
        JsonSerializer.Serialize(new Stored(Version, [.. chart.Read.Select(Numbers)], [.. chart.Soundings.Select(Numbers)], [.. chart.Hours]), JsonSerializerOptions.Web);

    /// <returns>The empty chart for null and for a version that is not known: an estimate that begins anew does no harm.</returns>
    public static Chart Read(string? json)
    {
        if (json is null) return Chart.Empty;
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("version", out var version) || version.GetInt32() != Version) return Chart.Empty;
        var stored = document.Deserialize<Stored>(JsonSerializerOptions.Web)!;
        return new([.. stored.Read.Select(Stretch)], [.. stored.Soundings.Select(Stretch)], stored.Hours);
    }

    private static long[] Numbers(Stretch stretch) => [Micros(stretch.From), Micros(stretch.To), stretch.Messages, stretch.ReplyCalls];

    private static Stretch Stretch(long[] numbers) => new(At(numbers[0]), At(numbers[1]), (int)numbers[2], (int)numbers[3]);

    private static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset At(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    private sealed record Stored(int Version, long[][] Read, long[][] Soundings, int[] Hours);
}
