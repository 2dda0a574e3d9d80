using System.Globalization;

namespace LiveSop.Bot.Sources.Times;

/// <summary>A time cut into its date, its time of day and its zone; the date is not understood yet.</summary>
/// <param name="Clock">Since midnight.</param>
/// <param name="Offset">From UTC; null where the text names no zone.</param>
internal readonly record struct TimeParts(string Date, TimeSpan Clock, TimeSpan? Offset)
{
    private const int LongestTime = 64;

    private static readonly string[] Clocks = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "h:mm tt", "h:mm:ss tt", "h:mm:ss.FFFFFFF tt"];

    /// <summary>A date alone is its midnight.</summary>
    public static bool TryCut(string raw, out TimeParts parts)
    {
        parts = default;
        if (raw.Length > LongestTime) return false;
        var text = raw.Trim();
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            parts = new TimeParts(text, TimeSpan.Zero, null);
            return text.Length > 0;
        }
        // A zone is looked for only behind the time of day, or the -17 of 2024-05-17 would be one.
        var start = colon;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]) && colon - start < 2) start--;
        var end = EndOfClock(text, colon);
        var half = Half(text[end..].TrimStart(), out var zone);
        if (!TryClock(text[start..end], half, out var clock) || !TryOffset(zone, out var offset)) return false;
        parts = new TimeParts(DateBefore(text[..start]), clock, offset);
        return parts.Date.Length > 0;
    }

    private static int EndOfClock(string text, int colon)
    {
        var end = colon;
        while (IsDigit(text, end) || (end < text.Length && text[end] is ':' or '.' or ',' && IsDigit(text, end + 1))) end++;
        return end;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static string DateBefore(string text)
    {
        var date = text.TrimEnd(' ', ',', '\u00A0', '\u202F');
        return date.Length > 1 && date[^1] == 'T' && char.IsAsciiDigit(date[^2]) ? date[..^1] : date;
    }

    private static string Half(string rest, out string zone)
    {
        var spelled = rest.Replace(".", "");
        foreach (var half in new[] { "AM", "PM" })
        {
            if (!spelled.StartsWith(half, StringComparison.OrdinalIgnoreCase)) continue;
            zone = spelled[half.Length..].Trim();
            return half;
        }
        zone = rest.Trim();
        return "";
    }

    private static bool TryClock(string text, string half, out TimeSpan clock)
    {
        var spelled = text.Replace(',', '.');
        // More decimals than .NET counts (databases and Python write nine) are cut, not refused.
        if (spelled.IndexOf('.') is > 0 and var dot && spelled.Length > dot + 8) spelled = spelled[..(dot + 8)];
        spelled = $"{spelled} {half}".Trim();
        var read = TimeOnly.TryParseExact(spelled, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        clock = time.ToTimeSpan();
        return read;
    }

    private static bool TryOffset(string text, out TimeSpan? offset)
    {
        offset = null;
        if (text.Length == 0) return true;
        var zone = text.Trim('(', ')');
        foreach (var zero in new[] { "UTC", "GMT", "Z" })
            if (zone.StartsWith(zero, StringComparison.Ordinal)) { zone = zone[zero.Length..]; offset = TimeSpan.Zero; }
        if (zone.Length == 0) return offset is not null;
        if (zone[0] is not ('+' or '-')) return false;
        var digits = zone[1..].Replace(":", "");
        if (digits.Length is not (2 or 4)) return false;
        var isNumber = int.TryParse(digits.PadRight(4, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var hhmm);
        if (!isNumber || hhmm > 1400 || hhmm % 100 > 59) return false;
        offset = new TimeSpan(hhmm / 100, hhmm % 100, 0) * (zone[0] == '-' ? -1 : 1);
        return true;
    }
}
