using System.Globalization;

namespace LiveSop.Bot.Sources.Times;

/// <summary>
/// Reads the times of one file. All of them are surveyed first, since only the whole file tells whether the day or the month
/// comes first.
/// </summary>
internal sealed class TimeReader(string path, SourceOptions options, ImportTally tally)
{
    private const DateTimeStyles UtcWhereZoned = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Blanks = ["-", "null", "none", "n/a", "na", "nan", "nat"];

    private readonly ClockZone zone = new(options.TimeZone, path);
    private readonly string[] formats = [.. options.DateFormats];
    private readonly DateOrderEvidence evidence = new();
    private DateOrder order;

    public static bool IsBlank(string text) => text.Length == 0 || Blanks.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <param name="line">Where the text stands, for the refusal of a file that never tells.</param>
    public void Survey(string text, long line)
    {
        if (IsBlank(text) || IsInNamedFormat(text, out _)) return;
        if (TimeParts.TryCut(text, out var parts) && NumericDate.TryRead(parts.Date, out var date)) evidence.Add(date, text, line);
    }

    /// <summary>After the survey and before the first time is read.</summary>
    public void Settle() => order = evidence.Decide(path);

    /// <summary>False where the text is no time in any known way.</summary>
    public bool TryRead(string text, out DateTimeOffset at)
    {
        if (IsInNamedFormat(text, out var named)) return TryPlace(named, named.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null, out at);
        if (IsDigitsOnly(text, out var packed)) return TryPlace(packed, null, out at);
        if (EpochTime.TryRead(text, out at)) return true;
        return TimeParts.TryCut(text, out var parts)
            && (DateText.TryRead(parts.Date, out var date) || IsNumeric(parts.Date, out date))
            && TryPlace(date.ToDateTime(TimeOnly.MinValue) + parts.Clock, parts.Offset, out at);
    }

    private bool IsNumeric(string text, out DateOnly date)
    {
        date = default;
        return NumericDate.TryRead(text, out var numeric) && numeric.TryIn(order, out date);
    }

    private bool IsInNamedFormat(string text, out DateTime time)
    {
        time = default;
        return formats.Length > 0 && DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, UtcWhereZoned, out time);
    }

    // 20250714154200 counts as milliseconds too, in a year nobody means.
    private static bool IsDigitsOnly(string text, out DateTime time) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
        && time.Year is > 1900 and < 2200;

    private bool TryPlace(DateTime reading, TimeSpan? offset, out DateTimeOffset at)
    {
        at = default;
        // A day's distance from both ends of the calendar, so that no zone can push a time over it.
        if (reading < DateTime.MinValue.AddDays(2) || reading > DateTime.MaxValue.AddDays(-2)) return false;
        if (offset is { } known)
        {
            at = new DateTimeOffset(DateTime.SpecifyKind(reading, DateTimeKind.Unspecified), known).ToUniversalTime();
            return true;
        }
        tally.ReadWithoutZone(zone.Name);
        at = zone.At(DateTime.SpecifyKind(reading, DateTimeKind.Unspecified));
        return true;
    }
}
