using System.Data.Common;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace LiveSop.Bot.Scheduling;

/// <summary>Quartz as this bot uses it: for when, and not for what. All replicas go by one timetable in the database, and each time is kept by one of them.</summary>
internal static class Scheduler
{
    /// <summary>Quartz's own: "the application's name" in its tables.</summary>
    private const string Name = "livesop";

    /// <summary>Ticks are short: they only record what is to be done.</summary>
    private const int MostAtOnce = 2;

    /// <summary>How often a replica says that it lives. One that is silent for so long again is taken for dead, and what it died over is kept by another.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(15);

    public static void AddTimetable(this IServiceCollection services, Timetable timetable, Database database)
    {
        services.AddSingleton(timetable).AddSingleton<Round>().AddSingleton<DbDataSource>(database.Unscoped);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = Name;
                options.GenerateInstanceId = true;
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(MostAtOnce);
            quartz.UsePersistentStore(Store);
        });
        services.AddHostedService<Timekeeper>();
    }

    private static void Store(IPersistentStoreBuilder store)
    {
        store.UsePostgres(source => source.UseRegisteredDataSource = true);
        store.ConfigureStore(options => options.TablePrefix = TimetableTables.Prefix);
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = CheckIn;
            cluster.CheckinMisfireThreshold = CheckIn;
        });
    }
}
