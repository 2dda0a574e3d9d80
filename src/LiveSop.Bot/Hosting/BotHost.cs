using LiveSop.Bot.Cli;
using LiveSop.Bot.Learn;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LiveSop.Bot.Hosting;

/// <summary>Puts the worker together. One place knows what it is made of.</summary>
internal static class BotHost
{
    /// <param name="database">Open and up to date; the caller closes it after the host has stopped.</param>
    public static IHost Build(Settings settings, IReadOnlyList<WorkspaceTokens> workspaces, Database database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "livesop" });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Logging.AddPlainConsole();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(database).AddSingleton<Comings>().AddSingleton(services => Reactions.Routes(services.GetRequiredService<Comings>(), settings.Reading)).AddSingleton<WorkSignals>().AddSingleton(settings.Reading);
        AddSlack(builder.Services, settings.Slack);
        AddWork(builder.Services);
        foreach (var workspace in workspaces)
            builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<WorkspaceWorker>(services, workspace));
        return builder.Build();
    }

    /// <summary>A line each: when, how grave, where from, what.</summary>
    public static ILoggingBuilder AddPlainConsole(this ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Npgsql", LogLevel.Warning)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });

    private static void AddSlack(IServiceCollection services, SlackSettings settings) => services
        .AddSingleton(new WebOptions { ApiUrl = new Uri(settings.ApiUrl), Limits = settings.Limits })
        .AddSingleton(new SocketOptions { Sockets = settings.Sockets })
        .AddSingleton<SlackDoor>()
        .AddSingleton<Connections>()
        .AddSingleton<Attention>()
        .AddSingleton<WorkspaceBook>()
        .AddSingleton<EnvelopeReceiver>();

    // Stopped in the order turned round: the sockets first, then whatever still works on what they brought.
    private static void AddWork(IServiceCollection services)
    {
        services.AddSingleton<ReadDirectory>().AddSingleton<TellProgress>().AddSingleton<ReadChannel>().AddSingleton<CatchUp>().AddSingleton<MineChannel>().AddSingleton<LearningJobs>();
        services.AddSingleton(new OutboxOptions()).AddSingleton<EffectSender>().AddSingleton<Reception>().AddSingleton<InboxWriter>();
        services.AddHostedService<Housekeeping>().AddHostedService<OutboxWorker>().AddHostedService<JobWorker>().AddHostedService<InboxWorker>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<InboxWriter>());
    }
}
