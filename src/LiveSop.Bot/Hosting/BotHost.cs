using LiveSop.Bot.Audience;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Digest;
using LiveSop.Bot.Hosting.Health;
using LiveSop.Bot.Learn;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Editing;
using LiveSop.Bot.Learn.Editing.Pages;
using LiveSop.Bot.Learn.Exports;
using LiveSop.Bot.Learn.Imports;
using LiveSop.Bot.Learn.Nightly;
using LiveSop.Bot.Learn.Retention;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Learn.Watching;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Respond.Unanswered;
using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Telemetry;
using LiveSop.Bot.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>Puts the worker together. One place knows what it is made of.</summary>
internal static class BotHost
{
    /// <summary>Who stops us may kill us after ten seconds, as containers do; the rest is for the database.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(8);

    /// <param name="database">Open and up to date; the caller closes it after the host has stopped.</param>
    /// <param name="surroundings">Null: tokens stay as they are, and nothing is measured for others.</param>
    public static IHost Build(Settings settings, IReadOnlyList<WorkspaceTokens> workspaces, Database database, Surroundings? surroundings = null)
    {
        surroundings ??= Surroundings.None;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "livesop" });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Logging.AddLogs(settings.Logging);
        builder.Services.AddSingleton(surroundings.Clock).AddSingleton(database).AddSingleton<Comings>().AddSingleton(services => Reactions.Routes(services.GetRequiredService<Comings>(), services.GetRequiredService<Connections>(), services.GetRequiredService<Recognisers>(), settings, services.GetRequiredService<SimilarIncidents>())).AddSingleton<WorkSignals>().AddSingleton(settings.Reading);
        builder.AddTelemetry(surroundings.Environment);
        AddHealth(builder.Services, settings.Health, isMeasured: OtlpExport.IsWanted(surroundings.Environment));
        AddSlack(builder.Services, settings.Slack, surroundings.Patience);
        AddWork(builder.Services, settings);
        builder.Services.AddSingleton(settings.Retention).AddHostedService<Departures>();
        if (surroundings.TablesOwner is { } tables) builder.Services.AddSingleton(new TablesOwner(tables)).AddHostedService<MakeVectorIndexes>();
        builder.Services.AddTimetable(surroundings.Timetable ?? Appointments.Timetable(), database);
        foreach (var workspace in workspaces)
            builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<WorkspaceWorker>(services, new TokenPlace(workspace, surroundings.TokensNow)));
        return builder.Build();
    }

    // The endpoint starts first and stops last: it tells also of what does not start, and that the bot stops.
    private static void AddHealth(IServiceCollection services, HealthSettings settings, bool isMeasured)
    {
        services.AddSingleton(settings).AddSingleton<Readiness>().AddSingleton<Pulse>();
        if (settings.Address is not null) services.AddHostedService<HealthEndpoint>();
        if (settings.Address is not null || isMeasured) services.AddHostedService(provider => provider.GetRequiredService<Pulse>());
    }

    private static void AddSlack(IServiceCollection services, SlackSettings settings, TimeSpan patience) => services
        .AddSingleton(new WebOptions { ApiUrl = new Uri(settings.ApiUrl), Limits = settings.Limits })
        .AddSingleton(new SocketOptions { Sockets = settings.Sockets })
        .AddSingleton<SlackDoor>()
        .AddSingleton<Connections>()
        .AddSingleton<Attendance>()
        .AddSingleton<WorkspaceBook>()
        .AddSingleton(new InboxOptions { Patience = patience })
        .AddSingleton<EnvelopeReceiver>();

    // Stopped in the order turned round: the sockets first, then whatever still works on what they brought.
    private static void AddWork(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new Authorities(settings.Access)).AddSingleton<SendForReview>().AddSingleton<WatchSop>();
        services.AddSingleton<ReadDirectory>().AddSingleton<Paces>().AddSingleton<TellProgress>().AddSingleton<ReadChannel>().AddSingleton<CatchUp>().AddSingleton<ReadingJobs>();
        services.AddSingleton<EditDesk>().AddSingleton<KeepDraft>().AddSingleton<TakePage>();
        services.AddSingleton(settings.Pictures).AddSingleton<ExportSops>().AddSingleton<PictureDraft>().AddSingleton<TakeFile>().AddSingleton<LookAgain>().AddSingleton<MineImport>().AddSingleton<FileJobs>();
        services.AddSingleton<MineChannel>().AddSingleton<MineWorkspace>().AddSingleton<MiningJobs>().AddSingleton<ReadThread>().AddSingleton<CaptureThread>().AddSingleton<LearningJobs>();
        services.AddSingleton<Subscribers>().AddSingleton<Gathering>().AddSingleton<SendDigests>();
        services.AddSingleton(provider => new WriteDigest(provider.GetRequiredService<Database>(), provider.GetRequiredService<Gathering>(), settings.Pictures.Dot));
        services.AddSingleton(provider => Embeddings.Of(settings.Embedding, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Embeddings>>()));
        services.AddSingleton<WordBook>().AddSingleton<VectorIndexes>().AddSingleton<SimilarIncidents>().AddSingleton<IncidentVectors>().AddSingleton<RememberTalk>().AddSingleton<MemoryJobs>();
        services.AddSingleton<Retain>().AddSingleton<MindRequests>().AddSingleton<TimedJobs>();
        services.AddSingleton<Recognisers>().AddHostedService<LearnAnew>().AddSingleton<PastCases>().AddSingleton(settings.Answering).AddSingleton<ConsiderRequest>();
        services.AddSingleton(new OutboxOptions()).AddSingleton<EffectSender>().AddSingleton<Reception>().AddSingleton<InboxWriter>();
        services.AddHostedService<Housekeeping>().AddHostedService<ListeningMark>().AddHostedService<OutboxWorker>().AddHostedService<JobWorker>().AddHostedService<InboxWorker>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<InboxWriter>());
    }
}
