using LiveSop.Workspace;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Benchmarks.Load;

/// <summary>A simulated Slack full of people who talk, in this process. The app is a member of every channel from the start.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int RootsKept = 20;

    private static readonly string[] Sentences =
    [
        "The export of last week's invoices has been stuck at 40 % since this morning, is anybody looking at it?",
        "I restarted the ingest worker on the second node, the queue is going down now.",
        "Could you send me the order number and the address that the customer sees?",
        "Same here. It began after yesterday's release, around 16:20.",
        "Thanks, that did it!",
        "We have to wait for finance to confirm the refund before we write back. I will ask them at noon and tell you here what they say about the two older ones as well.",
        "Looks like the certificate of their proxy ran out; see https://status.example.com/incidents/4711 for what we told the others.",
        "ok",
    ];

    private readonly SlackWorkspace workspace;
    private readonly List<Conversation> rooms;
    private readonly List<Person> people;
    private readonly Queue<string>[] roots;
    private readonly Dice dice = new(7);

    private Crowd(SimulatedSlack slack, SlackWorkspace workspace, int channels)
    {
        (Slack, this.workspace) = (slack, workspace);
        App = workspace.Install(AppManifest.LiveSop);
        people = [workspace.Person("ada"), workspace.Person("bo")];
        rooms = [.. Enumerable.Range(1, channels).Select(number => workspace.Add(
            new Room(SlackId.From("C", $"load-{number}"), $"load-{number}", RoomKind.Public, [.. people.Select(person => person.Id), App.Bot.Id])))];
        roots = [.. rooms.Select(_ => new Queue<string>())];
    }

    public SimulatedSlack Slack { get; }

    public Installation App { get; }

    public string WorkspaceId => workspace.Id;

    /// <summary>Everything that people said, by channel and timestamp.</summary>
    public HashSet<(string Channel, string Ts)> Said { get; } = [];

    /// <summary>What of it asked the bot for something.</summary>
    public List<(string Channel, string Ts)> Asked { get; } = [];

    public static async Task<Crowd> GatherAsync(LoadOptions options)
    {
        var slack = await SimulatedSlack.StartAsync(new SlackOptions { Remember = 5_000_000 });
        slack.Limits.Enabled = false;
        return new Crowd(slack, slack.AddWorkspace(Blueprint.Small("Load")), options.Channels);
    }

    /// <summary>Somebody says something somewhere: every second message in a thread.</summary>
    public async Task SayAsync(double mentions)
    {
        var room = dice.Below(rooms.Count);
        var asks = dice.Chance(mentions);
        var thread = !asks && roots[room].Count > 0 && dice.Chance(0.5) ? roots[room].Peek() : null;
        var ts = await people[dice.Below(people.Count)].PostAsync(rooms[room].Id, asks ? $"@{App.Bot.Handle} help" : Sentences[dice.Below(Sentences.Length)], thread);
        Said.Add((rooms[room].Id, ts));
        if (asks) Asked.Add((rooms[room].Id, ts));
        if (thread is null) Remember(roots[room], ts);
    }

    /// <summary>When each answer to a question came, after it; a question with two answers is there twice, one without is not.</summary>
    public IEnumerable<((string Channel, string Ts) Question, TimeSpan After)> Answers()
    {
        foreach (var question in Asked)
        {
            var log = workspace.Conversation(question.Channel).Log;
            foreach (var answer in log.Replies(question.Ts).Select(log.At).Where(reply => reply.User == App.Bot.Id))
                yield return (question, TimeSpan.FromMicroseconds(Ts.Parse(answer.Ts)!.Value - Ts.Parse(question.Ts)!.Value));
        }
    }

    public ValueTask DisposeAsync() => Slack.DisposeAsync();

    private static void Remember(Queue<string> kept, string ts)
    {
        kept.Enqueue(ts);
        if (kept.Count > RootsKept) kept.Dequeue();
    }
}
