using System.Globalization;

namespace LiveSop.Bot.Sources.Times;

/// <summary>Dates that can be read in one way only: the year first, or the month in letters.</summary>
internal static class DateText
{
    private static readonly string[] YearFirst = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];

    private static readonly string[] Named =
    [
        "d/MMM/yy", "d/MMM/yyyy", "d-MMM-yy", "d-MMM-yyyy", "d MMM yy", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy",
    ];

    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static bool TryRead(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, YearFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        || DateOnly.TryParseExact(WithoutWeekday(text), Named, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string WithoutWeekday(string text)
    {
        var words = text.Replace(",", " ").Replace("Sept ", "Sep ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Length > 1 && Weekdays.Any(day => words[0].StartsWith(day, StringComparison.OrdinalIgnoreCase));
        return string.Join(' ', named ? words[1..] : words);
    }
}
