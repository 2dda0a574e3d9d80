using System.Globalization;

namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>How long something will take, as people say it: no finer than the estimate is.</summary>
internal static class TimeLeft
{
    /// <summary>"less than a minute", "about 7 min", "about 3 h 20 min", "about 14 h", "about 2½ days".</summary>
    public static string Plainly(TimeSpan left) => left.TotalMinutes switch
    {
        < 1 => "less than a minute",
        < 9.5 => $"about {Whole(left.TotalMinutes)} min",
        < 57.5 => $"about {Whole(left.TotalMinutes / 5) * 5} min",
        < 9.5 * 60 => HoursAndMinutes(Whole(left.TotalMinutes / 10) * 10),
        < 47.5 * 60 => $"about {Whole(left.TotalHours)} h",
        < 6.75 * 24 * 60 => Days(Whole(left.TotalDays * 2)),
        _ => $"about {Whole(left.TotalDays).ToString("N0", CultureInfo.InvariantCulture)} days",
    };

    private static string HoursAndMinutes(int minutes) => minutes % 60 == 0 ? $"about {minutes / 60} h" : $"about {minutes / 60} h {minutes % 60} min";

    private static string Days(int halves) => $"about {halves / 2}{(halves % 2 == 0 ? "" : "½")} days";

    private static int Whole(double value) => (int)Math.Min(int.MaxValue, Math.Round(value, MidpointRounding.AwayFromZero));
}
