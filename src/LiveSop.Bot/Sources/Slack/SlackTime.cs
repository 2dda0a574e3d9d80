using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>A <c>ts</c> is an identifier that happens to tell the time. It is read, compared, and never rewritten.</summary>
internal static class SlackTime
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Seconds since 1970 with up to seven decimals: <c>1589312523.000100</c>.</summary>
    public static bool TryRead([NotNullWhen(true)] string? ts, out DateTimeOffset at)
    {
        at = default;
        if (!decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            || seconds <= 0 || seconds >= LastSecond) return false;
        at = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    /// <summary>By value, since strings of different length sort wrongly; what is no time comes first.</summary>
    public static bool IsBefore(string one, string other) =>
        TryRead(other, out var later) && (!TryRead(one, out var earlier) || earlier < later);
}
