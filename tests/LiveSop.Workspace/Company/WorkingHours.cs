namespace LiveSop.Workspace.Company;

/// <summary>Monday to Friday, half past eight to a quarter to six, by the clock on one's own wall.</summary>
internal static class WorkingHours
{
    private static readonly TimeSpan Opens = new(8, 30, 0);
    private static readonly TimeSpan Closes = new(17, 45, 0);

    public static bool Contains(Colleague who, DateTimeOffset at)
    {
        var local = who.Zone.Local(at);
        return IsWorkday(local) && local.TimeOfDay >= Opens && local.TimeOfDay < Closes;
    }

    /// <summary>That moment, or soon after their next working day has begun.</summary>
    public static DateTimeOffset NextFor(Colleague who, DateTimeOffset at, Dice dice)
    {
        if (who.IsApp || Contains(who, at)) return at;
        var local = who.Zone.Local(at);
        var day = local.TimeOfDay < Opens ? local.Date : local.Date.AddDays(1);
        while (!IsWorkday(day)) day = day.AddDays(1);
        return who.Zone.At(day + Opens + TimeSpan.FromSeconds(dice.LogNormal(1200, 0.8)));
    }

    /// <summary>Some moment of their working day, late morning and mid-afternoon preferred.</summary>
    public static DateTimeOffset During(Colleague who, DateTime day, Dice dice)
    {
        var peak = dice.Chance(0.55) ? 10.5 : 14.75;
        var hour = Math.Clamp(peak + (dice.Unit() + dice.Unit() + dice.Unit() - 1.5) * 2.6, 8.6, 17.5);
        return who.Zone.At(day.Date.AddSeconds(Math.Floor(hour * 3600)));
    }

    private static bool IsWorkday(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
