using System.Globalization;
using Quartz;

namespace LiveSop.Bot.Scheduling;

/// <summary>What Quartz runs when an appointment is due, on one replica. Its name stands in the database: renamed, what is stored there would find nothing.</summary>
internal sealed class Tick(Round round, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await round.KeepAsync(context.JobDetail.Key.Name, Due(context), time, cancellationToken);

    /// <summary>Of what a replica died over, the time at which that one was due.</summary>
    private static DateTimeOffset Due(IJobExecutionContext context)
    {
        var fired = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        if (!context.Recovering || !context.MergedJobDataMap.TryGetValue(SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime, out var original)) return fired;
        return original switch
        {
            DateTimeOffset at => at,
            string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) => new DateTimeOffset(ticks, TimeSpan.Zero),
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at,
            _ => fired,
        };
    }
}
