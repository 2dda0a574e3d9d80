using System.Runtime.CompilerServices;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Http;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;
using LiveSop.Workspace.Slack.Trouble;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack;

/// <summary>
/// Slack, faithfully, on loopback: the Web API over plain HTTP and Socket Mode over WebSocket, with people in it that can be moved from code.
/// Nothing outside this process is asked. It knows nothing of the bot.
/// </summary>
internal sealed class SimulatedSlack : IAsyncDisposable
{
    private readonly World _world;
    private readonly Front _front;

    private SimulatedSlack(World world)
    {
        _world = world;
        Calls = new Journal<CallRecord>(world.Ground.Remember, world.Ground.Bell);
        _front = new Front(world, Calls);
    }

    /// <summary>The root of the Web API, with a slash at its end.</summary>
    public Uri ApiUrl => new(_world.Ground.Root + "/api/");

    /// <summary>Every call of the Web API, in the order they were answered.</summary>
    public Journal<CallRecord> Calls { get; }

    /// <summary>Every envelope, and what became of it.</summary>
    public Deliveries Deliveries => _world.Deliveries;

    /// <summary>What apps did that Slack would not take, and why.</summary>
    public Journal<Fault> Faults => _world.Ground.Faults;

    public Chaos Chaos => _world.Chaos;

    public Limits Limits => _world.Ground.Limits;

    public TimeProvider Clock => _world.Ground.Clock;

    public static async Task<SimulatedSlack> StartAsync(SlackOptions? options = null)
    {
        options ??= new SlackOptions();
        var slack = new SimulatedSlack(new World(new Ground(options)));
        slack._world.Ground.Root = await slack._front.StartAsync(options.Port);
        return slack;
    }

    public SlackWorkspace AddWorkspace(Blueprint blueprint)
    {
        lock (_world.Ground.Gate)
        {
            var workspace = new SlackWorkspace(blueprint, _world);
            _world.Workspaces.Add(workspace);
            return workspace;
        }
    }

    /// <summary>An app that is to be installed in several workspaces, and whose sockets serve them all.</summary>
    public SlackApp Register(AppManifest manifest)
    {
        lock (_world.Ground.Gate)
        {
            var app = new SlackApp(manifest, _world.Ground);
            _world.Apps.Add(app);
            return app;
        }
    }

    /// <summary>Slack Connect: the channel is in both workspaces from now on, and so are those who talk in it.</summary>
    public void Share(Conversation place, SlackWorkspace with, params Person[] joining)
    {
        lock (_world.Ground.Gate)
        {
            if (!place.Workspaces.Contains(with)) with.Conversations.Add(place);
            foreach (var person in joining) place.Join(person.Id);
        }
    }

    /// <summary>Waits until something has come true of this Slack.</summary>
    /// <param name="limit">Real time, whatever the clock; a minute unless said otherwise. Only a failure takes it.</param>
    /// <exception cref="TimeoutException">It did not.</exception>
    public Task UntilAsync(Func<bool> condition, TimeSpan? limit = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        _world.Ground.Bell.UntilAsync(condition, limit ?? TimeSpan.FromMinutes(1), what);

    public async ValueTask DisposeAsync()
    {
        await _front.DisposeAsync();
        _world.Ground.Dispose();
    }
}
