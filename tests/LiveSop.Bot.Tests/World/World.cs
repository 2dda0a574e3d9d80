using LiveSop.Bot.Cli;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Work;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveSop.Bot.Tests.World;

/// <summary>A simulated workspace, a database of the test's own, and the bot between them, in this process. Nothing is due by itself: no test depends on the hour.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly List<IHost> bots = [];
    private int remembered;

    private World(SimulatedSlack slack, SlackWorkspace workspace, TestDatabase database)
    {
        (Slack, Workspace, Database) = (slack, workspace, database);
        App = workspace.Install(AppManifest.LiveSop);
    }

    public SimulatedSlack Slack { get; }

    public SlackWorkspace Workspace { get; }

    /// <summary>The bot's app in the workspace.</summary>
    public LiveSop.Workspace.Slack.Apps.Installation App { get; private set; }

    public TestDatabase Database { get; }

    public string Bot => App.Bot.Handle;

    /// <summary>What the first of its bots is made of.</summary>
    public (LiveSop.Bot.Respond.Recognising.Recognisers Recognisers, IServiceProvider All) Services => (bots[0].Services.GetRequiredService<LiveSop.Bot.Respond.Recognising.Recognisers>(), bots[0].Services);

    public Settings Settings => new() { Slack = new SlackSettings { ApiUrl = Slack.ApiUrl.ToString(), Limits = false, Sockets = 1 } };

    private WorkspaceTokens Tokens => new("test", new SlackTokens(App.BotToken, App.AppToken));

    /// <summary>Its bot, where there is one, knows who there is.</summary>
    /// <param name="clock">Of Slack alone; the bot goes by the real one.</param>
    /// <param name="server">Whose database it uses; null for the one that all tests share.</param>
    public static async Task<World> StartAsync(Blueprint? plan = null, bool withBot = true, TimeProvider? clock = null, TestServer? server = null)
    {
        var database = await TestDatabase.CreateAsync(connections: 20, server);
        var slack = await SimulatedSlack.StartAsync(new SlackOptions { Clock = clock ?? TimeProvider.System, TriggerLife = TimeSpan.FromMinutes(1) });
        slack.Limits.Enabled = false;
        var world = new World(slack, slack.AddWorkspace(plan ?? Blueprint.Small()), database);
        if (!withBot) return world;
        await world.StartBotAsync();
        await world.UntilAsync(unit => unit.Db.People.AnyAsync());
        return world;
    }

    public Person Person(string handle) => Workspace.Person(handle);

    /// <summary>What that person sees in a channel.</summary>
    public IReadOnlyList<SeenMessage> Said(Person person, string place) => Workspace.Visible(person, place).Messages;

    /// <summary>Invites the bot and waits until it has said hello.</summary>
    public async Task InviteAsync(Person person, string place)
    {
        await person.InviteAsync(Bot, place);
        await Slack.UntilAsync(() => Said(person, place).Any(message => message.User == App.Bot.Id));
        await HasReadAsync(place);
    }

    /// <summary>Waits until the bot has read what was said in the channel before it came.</summary>
    public Task HasReadAsync(string place)
    {
        var channel = new ChannelId(Workspace.Conversation(place).Id);
        return UntilAsync(unit => unit.Db.Readings.AnyAsync(one => one.ChannelId == channel && one.Kind == ReadingKind.Backfill && one.State == ReadingState.Done));
    }

    /// <summary>Waits until nothing is left to be handled, sent or done; remembering for the search waits some seconds by design, and is not waited for.</summary>
    public async Task RestAsync(TimeSpan? most = null)
    {
        await Slack.UntilAsync(() => Slack.Deliveries.Pending == 0);
        await UntilAsync(async unit => !await unit.Db.WorkQueue.AnyAsync(row => row.Lane != Job.Remember.Place), most);
    }

    /// <summary>Has what was heard remembered at once, and waits for it.</summary>
    public async Task RememberAsync()
    {
        await RestAsync();
        await Database.DoAsync(new Scope.Miner(new(Workspace.Id)), async unit =>
        {
            await unit.RunAsync("DELETE FROM work_queue WHERE workspace_id = $1 AND lane = $2 AND due_at > now()", default, Workspace.Id, Job.Remember.Place);
            await new Jobs(unit, new(Workspace.Id), DateTimeOffset.UnixEpoch).AddAsync($"remember:test:{remembered++}", new Job.Remember(), default);
        });
        await UntilAsync(async unit => !await unit.Db.WorkQueue.AnyAsync());
    }

    public Task<List<MessageRow>> MessagesAsync() => Database.AskAsync(new Scope.Miner(new(Workspace.Id)), db => db.Messages.OrderBy(row => row.PostedAt).ToListAsync());

    /// <summary>Waits until something has come true of the database. A minute at most unless said otherwise; only a failure takes it.</summary>
    public async Task UntilAsync(Func<UnitOfWork, Task<bool>> condition, TimeSpan? most = null)
    {
        using var limit = new CancellationTokenSource(most ?? TimeSpan.FromMinutes(1));
        while (true)
        {
            await using (var unit = await Database.BeginAsync(new Scope.Miner(new(Workspace.Id))))
                if (await condition(unit)) return;
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>The bot, listening; one more, where there is one already.</summary>
    /// <param name="settings">Null for those of tests.</param>
    /// <param name="others">Of further workspaces.</param>
    public Task<IHost> StartBotAsync(Settings? settings = null, params WorkspaceTokens[] others) => StartAsync(Database.Database, settings ?? Settings, TimeProvider.System, others);

    /// <param name="database">Another than the world's own; the caller closes it after the world.</param>
    public Task<IHost> StartBotAsync(Database database) => StartAsync(database, Settings, TimeProvider.System);

    /// <param name="clock">By which the bot goes.</param>
    public Task<IHost> StartBotAsync(Settings settings, TimeProvider clock) => StartAsync(Database.Database, settings, clock);

    private async Task<IHost> StartAsync(Database database, Settings settings, TimeProvider clock, params WorkspaceTokens[] others)
    {
        var before = App.App.Sockets.Opened;
        var surroundings = Surroundings.None with { TokensNow = name => name == Tokens.Name ? Tokens : null, Clock = clock, Patience = TimeSpan.FromMinutes(1), Timetable = new([]) };
        var host = BotHost.Build(settings, [Tokens, .. others], database, surroundings);
        bots.Add(host);
        await host.StartAsync();
        await Slack.UntilAsync(() => App.App.Sockets.Opened > before && App.App.Sockets.Open.Count > 0);
        return host;
    }

    /// <summary>Installs the app again: the bot finds the new token where the old one was.</summary>
    public void Reinstall() => App = Workspace.Admin.Reinstall(App);

    public async Task StopBotAsync(IHost bot)
    {
        bots.Remove(bot);
        await bot.StopAsync();
        bot.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots.ToList()) await StopBotAsync(bot);
        await Slack.DisposeAsync();
        await Database.DisposeAsync();
    }
}
