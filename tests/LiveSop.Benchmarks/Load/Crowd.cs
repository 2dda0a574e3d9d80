using LiveSop.Bot.Slack;
using LiveSop.Workspace;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Benchmarks.Load;

/// <summary>A simulated Slack full of people who talk, in this process. The app is a member of every channel from the start.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int RootsKept = 20;
    private const int MembersOfRoom = 20;

    private readonly SlackWorkspace workspace;
    private readonly List<(Conversation Place, List<Person> People, Queue<string> Roots)> rooms;
    private readonly ITopic topic;
    private readonly Dice dice = new(7);

    private Crowd(SimulatedSlack slack, SlackWorkspace workspace, ITopic topic, int channels)
    {
        (Slack, this.workspace, this.topic) = (slack, workspace, topic);
        App = workspace.Install(AppManifest.LiveSop);
        List<Person> people = [.. workspace.Roster.All.Where(one => one.Standing is Standing.Owner or Standing.Member).Select(one => workspace.Person(one.Handle))];
        rooms = [.. Enumerable.Range(1, channels).Select(number => Open(number, [.. Enumerable.Range(0, Math.Min(people.Count, MembersOfRoom)).Select(member => people[(number + member) % people.Count])]))];
    }

    public SimulatedSlack Slack { get; }

    public Installation App { get; }

    public string WorkspaceId => workspace.Id;

    public IReadOnlyList<ChannelId> Channels => [.. rooms.Select(room => new ChannelId(room.Place.Id))];

    /// <summary>Everything that people said, by channel and timestamp.</summary>
    public HashSet<(string Channel, string Ts)> Said { get; } = [];

    /// <summary>What of it asked the bot for something.</summary>
    public List<(string Channel, string Ts)> Asked { get; } = [];

    /// <param name="more">People besides the two that there always are; at most twenty of all are in a channel.</param>
    public static async Task<Crowd> GatherAsync(ITopic topic, int channels, int more = 0)
    {
        var slack = await SimulatedSlack.StartAsync(new SlackOptions { Remember = 5_000_000 });
        slack.Limits.Enabled = false;
        var plan = Blueprint.Small("Load");
        var people = Enumerable.Range(1, more).Select(number => new Account(SlackId.From("U", $"load-{number}"), plan.TeamId, $"load-{number}", $"Load {number}", Standing.Member));
        return new Crowd(slack, slack.AddWorkspace(plan with { People = [.. plan.People, .. people] }), topic, channels);
    }

    /// <summary>Somebody says something somewhere: every second message that asks nothing in a thread.</summary>
    public async Task SayAsync()
    {
        var (place, people, roots) = dice.Pick(rooms);
        var (text, asks) = topic.Next(dice, App.Bot.Handle);
        var thread = !asks && roots.Count > 0 && dice.Chance(0.5) ? roots.Peek() : null;
        var ts = await dice.Pick(people).PostAsync(place.Id, text, thread);
        Said.Add((place.Id, ts));
        if (asks) Asked.Add((place.Id, ts));
        if (thread is null) Remember(roots, ts);
    }

    /// <summary>When each answer to a question came, after it; a question with two answers is there twice, one without is not.</summary>
    public IEnumerable<((string Channel, string Ts) Question, TimeSpan After, Message Answer)> Answers()
    {
        foreach (var question in Asked)
        {
            var log = workspace.Conversation(question.Channel).Log;
            foreach (var answer in log.Replies(question.Ts).Select(log.At).Where(reply => reply.User == App.Bot.Id))
                yield return (question, TimeSpan.FromMicroseconds(Ts.Parse(answer.Ts)!.Value - Ts.Parse(question.Ts)!.Value), answer);
        }
    }

    public ValueTask DisposeAsync() => Slack.DisposeAsync();

    public string TextOf((string Channel, string Ts) said) => workspace.Conversation(said.Channel).Log.Find(said.Ts)!.Text;

    private (Conversation, List<Person>, Queue<string>) Open(int number, List<Person> members) =>
        (workspace.Add(new Room(SlackId.From("C", $"load-{number}"), $"load-{number}", RoomKind.Public, [.. members.Select(person => person.Id), App.Bot.Id])), members, new());

    private static void Remember(Queue<string> kept, string ts)
    {
        kept.Enqueue(ts);
        if (kept.Count > RootsKept) kept.Dequeue();
    }
}
