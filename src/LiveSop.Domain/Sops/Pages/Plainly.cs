using System.Globalization;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>Figures as people say them, in English and independent of the machine's culture.</summary>
public static class Plainly
{
    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;

    /// <summary>"20 s", "7 min", "3 h", "2 days".</summary>
    public static string Duration(long seconds) => seconds switch
    {
        < 90 => $"{Math.Max(0, seconds).ToString(CultureInfo.InvariantCulture)} s",
        < 90 * 60 => $"{Whole(seconds / Minute)} min",
        < 48 * 60 * 60 => $"{Whole(seconds / Hour)} h",
        _ => $"{Whole(seconds / Day)} days",
    };

    /// <summary>"14 of 17 cases".</summary>
    public static string Cases(Support support) => $"{Count(support.Cases)} of {Cases(support.Of)}";

    /// <summary>How a person would say the share of cases.</summary>
    public static string HowOften(Support support) => support.Share switch
    {
        >= 0.9 => "Nearly always",
        >= 0.6 => "Usually",
        >= 0.3 => "Often",
        >= 0.1 => "Sometimes",
        _ => "Seldom",
    };

    /// <summary>"1 case", "1,413 cases".</summary>
    public static string Cases(int cases) => cases == 1 ? "1 case" : $"{Count(cases)} cases";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"93 %", never 100 % for less than all.</summary>
    public static string Percent(double share) => (share < 1 ? Math.Min(99, Math.Round(100 * share)) : 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>"12 May – 26 May 2020", the year once where it is one; a single day alone. In UTC.</summary>
    public static string Period(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (from.UtcDateTime, to.UtcDateTime);
        var last = end.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (start.Date == end.Date) return last;
        return start.ToString(start.Year == end.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture) + " – " + last;
    }

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}
