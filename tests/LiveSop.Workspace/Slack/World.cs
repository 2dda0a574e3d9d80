using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;
using LiveSop.Workspace.Slack.Trouble;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack;

/// <summary>All that this Slack knows: its workspaces and apps, and what carries news between them.</summary>
internal sealed class World
{
    public World(Ground ground)
    {
        Ground = ground;
        Chaos = new Chaos(ground, () => Apps.SelectMany(a => a.Sockets.Open));
        Deliveries = new Deliveries(ground);
        Postman = new Postman(ground, Chaos, Deliveries);
        Door = new SocketDoor(ground, Chaos, Postman);
        News = new Broadcast(ground, Postman);
        Triggers = new Triggers(ground);
        ResponseUrls = new ResponseUrls(ground);
        Files = new FileShelf(ground);
    }

    public Ground Ground { get; }

    public Chaos Chaos { get; }

    public Deliveries Deliveries { get; }

    public Postman Postman { get; }

    public SocketDoor Door { get; }

    public Broadcast News { get; }

    public Triggers Triggers { get; }

    public ResponseUrls ResponseUrls { get; }

    public FileShelf Files { get; }

    public List<SlackWorkspace> Workspaces { get; } = [];

    public List<SlackApp> Apps { get; } = [];

    public Installation? ByBotToken(string token) => Apps.SelectMany(a => a.Installations).FirstOrDefault(i => i.BotToken == token);

    public SlackApp? ByAppToken(string token) => Apps.Find(a => a.Token == token);
}
