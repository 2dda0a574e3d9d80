using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Chatter;

/// <summary>Plays a topic: somebody begins, and perhaps others answer, in a thread or below.</summary>
internal sealed class SmallTalk(Timeline timeline)
{
    private static readonly HashSet<string> NoTraits = [];
    private static readonly IReadOnlyList<(Topic, double)> Topics = [.. WorkTopics.Everything.Select(t => (t, t.Weight))];

    public IReadOnlyList<HistoryMessage> Any(Dice dice)
    {
        var topic = dice.Weighted(Topics);
        return Play(topic, dice.Weighted(topic.Places), dice);
    }

    /// <summary>Two people between themselves. An export of everything has it, and an import leaves it alone.</summary>
    public IReadOnlyList<HistoryMessage> Between(Channel direct, Dice dice) => Play(dice.Weighted(Topics) with { Starters = [] }, direct, dice);

    private List<HistoryMessage> Play(Topic topic, Channel channel, Dice dice)
    {
        var day = timeline.Workday(dice);
        var starters = topic.Starters.Count > 0 ? topic.Starters : channel.Members;
        var starter = dice.Pick([.. starters.Where(s => s.Left is null || Before(s.Left.Value, day))]);
        var facts = new Facts(dice.Pick(Customer.All), dice);
        facts.Set("mate", dice.Pick([.. House.People.Where(p => p != starter && p.Left is null && p.Role != Role.Guest)]).Mention);
        var first = Message(starter, topic.Opens, channel, WorkingHours.During(starter, day, dice));
        var talk = new List<HistoryMessage> { first };
        if (topic.Answers is null || topic.Talk == 0) return Decorated();
        var threaded = dice.Chance(topic.Threaded);
        for (var i = dice.Below(topic.Talk + 1); i > 0; i--) talk.Add(Next(threaded));
        return Decorated();

        HistoryMessage Next(bool inThread)
        {
            var at = talk[^1].At.AddSeconds(Math.Floor(20 + dice.LogNormal(240, 1.2)));
            var speaker = Timeline.Awake([.. channel.Members.Where(m => m != talk[^1].Author)], at, dice);
            var answer = Message(speaker, topic.Answers!, channel, WorkingHours.NextFor(speaker, at, dice));
            return inThread ? answer with { ThreadTs = first.Ts } : answer;
        }

        HistoryMessage Message(Colleague who, Phrases phrases, Channel where, DateTimeOffset at)
        {
            var stamp = timeline.Stamp(at, dice);
            var text = facts.Fill(who.Persona.Word(phrases, NoTraits, dice));
            return new HistoryMessage { Channel = where, Ts = Timeline.Ts(stamp), At = stamp, Author = who, Text = text };
        }

        List<HistoryMessage> Decorated() => talk.ConvertAll(m => Decoration.Of(m, channel.Members, dice));
    }

    private static bool Before(DateTimeOffset left, DateTime day) => day.AddDays(1) < left.UtcDateTime;
}
