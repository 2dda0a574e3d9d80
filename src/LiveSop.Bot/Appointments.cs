using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Work;

namespace LiveSop.Bot;

/// <summary>Everything that the bot does at set times, a line each.</summary>
internal static class Appointments
{
    public static Timetable Timetable() => new(
    [
        new("digests", "0 0/5 * * * ?", TimeZoneInfo.Utc, (occasion, stop) => occasion.Jobs.AddAsync(occasion.Key, new Job.SendDigests(), stop)),
    ]);
}
