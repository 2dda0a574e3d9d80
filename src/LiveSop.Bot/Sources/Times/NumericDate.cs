using System.Globalization;

namespace LiveSop.Bot.Sources.Times;

/// <summary>A date written in three numbers, of which the year is last: day and month can stand in either order.</summary>
/// <param name="IsDotted"><c>14.7.2025</c>: nobody who writes dots puts the month first.</param>
internal readonly record struct NumericDate(int First, int Second, int Year, bool IsDotted)
{
    public static bool TryRead(string text, out NumericDate date)
    {
        date = default;
        var parts = text.Split('/', '.', '-');
        if (parts.Length != 3 || parts[0].Length > 2 || parts[1].Length > 2 || parts[2].Length is not (2 or 4)) return false;
        if (!Number(parts[0], out var first) || !Number(parts[1], out var second) || !Number(parts[2], out var year)) return false;
        date = new NumericDate(first, second, parts[2].Length == 2 ? CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(year) : year,
            text.Contains('.'));
        return true;
    }

    public bool TryIn(DateOrder order, out DateOnly date)
    {
        var (day, month) = order == DateOrder.MonthFirst && !IsDotted ? (Second, First) : (First, Second);
        var exists = Year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month);
        date = exists ? new DateOnly(Year, month, day) : default;
        return exists;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
