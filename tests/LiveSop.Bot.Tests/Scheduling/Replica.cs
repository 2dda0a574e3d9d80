using System.Collections.Concurrent;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Tests.Scheduling;

/// <summary>As much of the bot as goes by a timetable, with one workspace.</summary>
internal sealed class Replica : IAsyncDisposable
{
    public static readonly WorkspaceId Workspace = new("T1");

    private readonly SlackDoor door = new(new WebOptions(), new SocketOptions(), TimeProvider.System, NullLoggerFactory.Instance);
    private readonly IHost host;

    private Replica(Database database, params IReadOnlyList<Appointment> appointments)
    {
        var connections = new Connections();
        connections.Open(new Connection(new Installation(Workspace, new Self(new("U1"), null, null), []), door.Api(new SlackTokens("xoxb-", "xapp-"), new Doubts()), door.Responses()));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(database).AddSingleton(connections).AddSingleton<WorkSignals>();
        builder.Services.AddTimetable(new Timetable(appointments), database);
        host = builder.Build();
    }

    public static async Task<Replica> StartAsync(Database database, params IReadOnlyList<Appointment> appointments)
    {
        var replica = new Replica(database, appointments);
        await replica.host.StartAsync();
        return replica;
    }

    /// <summary>An appointment that notes when it is kept, and records a job.</summary>
    public static Appointment Noting(ConcurrentQueue<string> kept, string cron, string name = "nightly") => new(name, cron, TimeZoneInfo.Utc, async (occasion, stop) =>
    {
        kept.Enqueue(occasion.Key);
        await occasion.Jobs.AddAsync(occasion.Key, new Job.ReadDirectory(), stop);
    });

    /// <summary>As the clock does, but when the test says so.</summary>
    public Task KeepAsync(string name, DateTimeOffset due) => host.Services.GetRequiredService<Round>().KeepAsync(name, due, TimeProvider.System, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        door.Dispose();
    }
}
