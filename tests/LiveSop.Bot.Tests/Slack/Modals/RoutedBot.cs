using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Work;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Tests.Slack.Modals;

/// <summary>The way from Slack through inbox and outbox and back, with reactions of the test's own.</summary>
internal sealed class RoutedBot : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly World.World world;
    private readonly SlackDoor door;
    private readonly IReadOnlyList<BackgroundService> workers;
    private readonly Task listening;

    private RoutedBot(World.World world, SlackRoutes routes)
    {
        this.world = world;
        door = new SlackDoor(new WebOptions { ApiUrl = world.Slack.ApiUrl, Limits = false }, new SocketOptions { Sockets = 1 }, TimeProvider.System, NullLoggerFactory.Instance);
        var self = new Self(new(world.App.Bot.Id), world.App.Bot.BotId, world.App.App.Id);
        var connection = new Connection(new Installation(new(world.Workspace.Id), self, []), door.Api(new SlackTokens(world.App.BotToken, world.App.AppToken), new Doubts()), door.Responses());
        var (connections, signals, database) = (new Connections(), new WorkSignals(TimeProvider.System), world.Database.Database);
        connections.Open(connection);
        var writer = new InboxWriter(database, TimeProvider.System, signals, NullLogger<InboxWriter>.Instance);
        workers =
        [
            writer,
            new InboxWorker(database, new Reception(connections, routes), TimeProvider.System, signals, NullLogger<InboxWorker>.Instance),
            new OutboxWorker(database, new EffectSender(database, connections, new OutboxOptions(), TimeProvider.System), TimeProvider.System, signals, NullLogger<OutboxWorker>.Instance),
        ];
        var receiver = new EnvelopeReceiver(writer, routes, new InboxOptions(), TimeProvider.System, NullLogger<EnvelopeReceiver>.Instance);
        var sockets = door.Sockets(connection.Api, async (envelope, given) => await receiver.ReceiveAsync(connection, envelope, given));
        foreach (var worker in workers) _ = worker.StartAsync(CancellationToken.None);
        listening = sockets.RunAsync(end.Token);
    }

    public SimulatedSlack Slack => world.Slack;

    public Person Ada => world.Person("ada");

    /// <summary>What Ada has open; the one on top last.</summary>
    public IReadOnlyList<View> Modals => world.Workspace.Visible(Ada, "general").Modals;

    public IReadOnlyList<View> Homes => world.Workspace.Visible(Ada, "general").Homes;

    public static async Task<RoutedBot> StartAsync(SlackRoutes routes)
    {
        var bot = new RoutedBot(await World.World.StartAsync(withBot: false), routes);
        await bot.Slack.UntilAsync(() => bot.world.App.App.Sockets.Open.Count > 0);
        return bot;
    }

    /// <summary>Opens what the command opens.</summary>
    public async Task<View> OpenAsync(string typed)
    {
        await Ada.SlashAsync("general", "/sop", typed);
        await Slack.UntilAsync(() => Modals.Count > 0);
        return Modals[^1];
    }

    /// <summary>Waits until the modal on top shows that text.</summary>
    public Task ShowsAsync(string text) => Slack.UntilAsync(() => Modals.Count > 0 && Modals[^1].Json.GetRawText().Contains(text));

    /// <summary>Waits until Slack has counted that many calls: what they do is seen a moment before.</summary>
    public Task CalledAsync(string method, int times) => Slack.UntilAsync(() => Slack.Calls.Count(call => call.Method == method) == times);

    public Task RestAsync() => world.RestAsync();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await listening;
        foreach (var worker in workers.Reverse()) await worker.StopAsync(CancellationToken.None);
        foreach (var worker in workers) worker.Dispose();
        door.Dispose();
        end.Dispose();
        await world.DisposeAsync();
    }
}
