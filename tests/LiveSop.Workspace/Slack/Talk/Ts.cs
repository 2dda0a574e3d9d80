using System.Globalization;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>Slack's timestamps, which are identifiers: seconds, a dot, six digits.</summary>
internal static class Ts
{
    public static string Of(long micros) => string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");

    /// <summary>Microseconds since the Unix epoch, cut.</summary>
    public static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Null where it is no timestamp. Fewer digits stand for zeros at the end, as in <c>oldest=1761234567</c>.</summary>
    public static long? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? text : text[..dot];
        var part = dot < 0 ? "" : text[(dot + 1)..];
        if (part.Length > 6 || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
        var micros = 0L;
        if (part.Length > 0 && !long.TryParse(part.PadRight(6, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out micros)) return null;
        return seconds > 100_000_000_000 ? null : seconds * 1_000_000 + micros;
    }
}
