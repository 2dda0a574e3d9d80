using LiveSop.Bot.Learn.Nightly;
using LiveSop.Bot.Respond.Unanswered;
using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Work;

namespace LiveSop.Bot;

/// <summary>Everything that the bot does at set times, a line each.</summary>
internal static class Appointments
{
    public static Timetable Timetable() => new(
    [
        new("mine", "0 30 2 * * ?", TimeZoneInfo.Utc, (occasion, stop) => MineWorkspace.AddAsync(occasion.Jobs, DateOnly.FromDateTime(occasion.Due.UtcDateTime), stop)),
        new("digests", "0 0/5 * * * ?", TimeZoneInfo.Utc, (occasion, stop) => occasion.Jobs.AddAsync(occasion.Key, new Job.SendDigests(), stop)),
        new("requests", "0 * * * * ?", TimeZoneInfo.Utc, async (occasion, stop) =>
        {
            if (await MindRequests.AnyDueAsync(occasion.Unit, occasion.Due, stop)) await occasion.Jobs.AddAsync(occasion.Key, new Job.MindRequests(), stop);
        }),
        new("remember", "0 50 3 * * ?", TimeZoneInfo.Utc, (occasion, stop) => occasion.Jobs.AddAsync(occasion.Key, new Job.Remember(Thoroughly: true), stop)),
        new("retain", "0 20 3 * * ?", TimeZoneInfo.Utc, (occasion, stop) => occasion.Jobs.AddAsync(occasion.Key, new Job.Retain(), stop)),
    ]);
}
