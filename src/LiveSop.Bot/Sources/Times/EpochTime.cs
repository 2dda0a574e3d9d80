using System.Globalization;

namespace LiveSop.Bot.Sources.Times;

/// <summary>Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size; from 1973 on.</summary>
internal static class EpochTime
{
    private const decimal Earliest = 1e8m;
    private const decimal LatestSeconds = 1e11m;

    public static bool TryRead(string text, out DateTimeOffset at)
    {
        at = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        if (count < Earliest) return false;
        while (count >= LatestSeconds) count /= 1000;
        at = DateTimeOffset.UnixEpoch.AddTicks((long)(count * TimeSpan.TicksPerSecond));
        return true;
    }
}
