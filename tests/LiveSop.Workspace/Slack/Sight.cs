using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>Everything that one person has before them at one moment.</summary>
/// <param name="Messages">Of the channel, replies apart, oldest first, ephemeral ones among them; the latest fifty.</param>
/// <param name="Modals">The one on top last.</param>
/// <param name="Direct">Their talk with the bots, oldest first.</param>
internal sealed record Sight(Conversation Place, IReadOnlyList<SeenMessage> Messages, IReadOnlyList<View> Modals, IReadOnlyList<SeenMessage> Direct)
{
    private const int Latest = 50;

    private ILookup<string, SeenMessage> Threads { get; init; } = Enumerable.Empty<SeenMessage>().ToLookup(m => "");

    /// <summary>What the apps show on their Home tabs.</summary>
    public IReadOnlyList<View> Homes { get; init; } = [];

    /// <summary>The replies under a message that is in sight, oldest first, ephemeral ones among them.</summary>
    public IReadOnlyList<SeenMessage> Thread(string rootTs) => [.. Threads[rootTs]];

    internal static Sight Of(World world, Person person, Conversation place)
    {
        var all = Of(place, person, world);
        var direct = person.Workspace.Installations
            .Select(i => person.Workspace.Conversations.All.FirstOrDefault(c => c.Kind == RoomKind.Direct && c.Has(i.Bot.Id) && c.Has(person.Id)))
            .OfType<Conversation>().SelectMany(c => Of(c, person, world)).OrderBy(m => Ts.Parse(m.Ts));
        return new Sight(place, [.. all.Where(m => !m.IsReply || m.Json.TryGetProperty("root", out _))], person.Workspace.Views.Modals(person.Id), [.. direct])
        {
            Homes = [.. person.Workspace.Installations.Select(i => person.Workspace.Views.Home(person.Id, i)).OfType<View>()],
            Threads = all.Where(m => m.IsReply).ToLookup(m => m.ThreadTs!, StringComparer.Ordinal),
        };
    }

    private static List<SeenMessage> Of(Conversation place, Person person, World world)
    {
        var root = world.Ground.Root;
        var stored = place.Log.Channel.Skip(Math.Max(0, place.Log.Channel.Count - Latest)).Select(place.Log.At).ToList();
        var replies = stored.Where(m => !m.IsReply).SelectMany(m => place.Log.Replies(m.Ts)).Select(place.Log.At);
        var own = person.Workspace.Ephemerals.Where(e => e.Place == place && e.User == person.Id);
        return
        [
            .. stored.Concat(replies).DistinctBy(m => m.Ts).Select(m => SeenMessage.Of(place, m, root))
                .Concat(own.Select(e => SeenMessage.Of(place, e.Message, root, ephemeral: true)))
                .OrderBy(m => Ts.Parse(m.Ts)),
        ];
    }
}
