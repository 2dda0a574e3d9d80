namespace LiveSop.Workspace.Company;

internal enum SummerTime { None, American, European }

/// <summary>
/// A time zone by its present rule. The machine's own tables are not asked: the history's bytes must not depend on which of them is installed.
/// </summary>
/// <param name="Standard">Hours ahead of UTC in winter.</param>
internal sealed record Zone(string Id, double Standard, SummerTime Summer)
{
    public static Zone Pacific { get; } = new("America/Los_Angeles", -8, SummerTime.American);
    public static Zone Eastern { get; } = new("America/New_York", -5, SummerTime.American);
    public static Zone London { get; } = new("Europe/London", 0, SummerTime.European);
    public static Zone Berlin { get; } = new("Europe/Berlin", 1, SummerTime.European);
    public static Zone Kolkata { get; } = new("Asia/Kolkata", 5.5, SummerTime.None);

    public TimeSpan OffsetAt(DateTimeOffset at) => TimeSpan.FromHours(Standard + (IsSummer(at.UtcDateTime) ? 1 : 0));

    public DateTime Local(DateTimeOffset at) => at.UtcDateTime + OffsetAt(at);

    /// <summary>A clock reading that the change of clocks skips or repeats is taken as standard time.</summary>
    public DateTimeOffset At(DateTime local)
    {
        var standard = new DateTimeOffset(local - TimeSpan.FromHours(Standard), TimeSpan.Zero);
        var summer = standard.AddHours(-1);
        return IsSummer(summer.UtcDateTime) ? summer : standard;
    }

    private bool IsSummer(DateTime utc) => Summer switch
    {
        SummerTime.American => utc >= NthSunday(utc.Year, 3, 2).AddHours(2 - Standard) && utc < NthSunday(utc.Year, 11, 1).AddHours(1 - Standard),
        SummerTime.European => utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1),
        _ => false,
    };

    private static DateTime NthSunday(int year, int month, int nth)
    {
        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7 + 7 * (nth - 1));
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
