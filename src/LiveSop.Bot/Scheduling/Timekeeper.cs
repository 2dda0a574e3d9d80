using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace LiveSop.Bot.Scheduling;

/// <summary>
/// Writes the timetable into the database and lets Quartz go by it. What stands there already as it should is left alone, so that what became due while nobody
/// ran is kept once, right after the start. What the timetable names no more stays there, for an older replica may still go by it.
/// </summary>
internal sealed partial class Timekeeper(ISchedulerFactory schedulers, Timetable timetable, TimeProvider time, ILogger<Timekeeper> log) : BackgroundService
{
    private const string Group = "livesop";

    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(1);

    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (timetable.Appointments.Count > 0) await BeginAtLastAsync(stoppingToken);
        // Whoever watches the bot takes a worker that has ended for one that failed.
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
    }

    private async Task BeginAtLastAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await BeginAsync(stoppingToken);
                return;
            }
            catch (Exception e)
            {
                // Told to stop, Quartz ends in failures of its own.
                stoppingToken.ThrowIfCancellationRequested();
                CannotBegin(log, e.GetType().Name);
                await Task.Delay(WhileAway, time, stoppingToken);
            }
        }
    }

    private async Task BeginAsync(CancellationToken stop)
    {
        scheduler ??= await schedulers.GetScheduler(stop);
        foreach (var appointment in timetable.Appointments) await WriteAsync(scheduler, appointment, stop);
        await scheduler.Start(stop);
    }

    private static async Task WriteAsync(IScheduler scheduler, Appointment appointment, CancellationToken stop)
    {
        var key = new TriggerKey(appointment.Name, Group);
        var known = await scheduler.GetTrigger(key, stop) as ICronTrigger;
        if (known?.CronExpressionString == appointment.Cron && known.TimeZone.Id == appointment.Zone.Id) return;
        var job = JobBuilder.Create<Tick>().WithIdentity(appointment.Name, Group).DisallowConcurrentExecution().RequestRecovery().StoreDurably().Build();
        var schedule = CronScheduleBuilder.Create(appointment.Cron).InTimeZone(appointment.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job).WithSchedule(schedule).Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, stop);
        if (known is not null) await scheduler.RescheduleJob(key, trigger, stop);
        else await AddAsync(scheduler, trigger, stop);
    }

    // Written again it would begin anew, and what another replica keeps just now would be kept again.
    private static async Task AddAsync(IScheduler scheduler, ITrigger trigger, CancellationToken stop)
    {
        try
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: stop);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another replica was faster.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The timetable cannot be gone by yet ({Reason}); trying again.")]
    private static partial void CannotBegin(ILogger log, string reason);
}
