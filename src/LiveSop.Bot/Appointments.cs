using LiveSop.Bot.Scheduling;

namespace LiveSop.Bot;

/// <summary>Everything that the bot does at set times, a line each.</summary>
internal static class Appointments
{
    public static Timetable Timetable() => new([]);
}
