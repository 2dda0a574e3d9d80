using LiveSop.Workspace.Chatter;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Stories;

namespace LiveSop.Workspace.History;

/// <summary>Everything that was said at the company, and what only its author knows about it. The same seed and size give the same history.</summary>
internal sealed class CompanyHistory
{
    /// <summary>Chatter for each message of an incident: 36 % of all talk.</summary>
    private const double ChatterPerWork = 0.5625;

    private CompanyHistory(IReadOnlyList<HistoryMessage> messages, IReadOnlyList<HistoryCase> cases) => (Messages, Cases) = (messages, cases);

    /// <summary>In the order they were sent, all channels mixed, direct messages and Slack's own notes included.</summary>
    public IReadOnlyList<HistoryMessage> Messages { get; }

    /// <summary>In the order they began.</summary>
    public IReadOnlyList<HistoryCase> Cases { get; }

    /// <param name="stories">What keeps happening; null for the whole book.</param>
    public static CompanyHistory Generate(int seed, HistorySize size = default, IReadOnlyList<Story>? stories = null)
    {
        IReadOnlyList<(Story, double)> book = [.. (stories ?? StoryBook.All).Select(story => (story, story.Weight))];
        var dice = new Dice((ulong)seed);
        var timeline = new Timeline(size);
        var staging = new Staging(timeline);
        var cases = Enumerable.Range(0, size.Cases).Select(i => Incident(book, timeline, staging, dice.Fork("incident", i))).ToList();
        var messages = cases.SelectMany(c => c.Messages).ToList();
        messages.AddRange(Chatter(timeline, size, (int)(messages.Count * ChatterPerWork), dice));
        messages.AddRange(Joins.Of(timeline, dice.Fork("joins")));
        return new CompanyHistory([.. messages.OrderBy(m => m.At)], [.. cases.OrderBy(c => c.Messages[0].At)]);
    }

    private static HistoryCase Incident(IReadOnlyList<(Story, double)> stories, Timeline timeline, Staging staging, Dice dice)
    {
        var story = dice.Weighted(stories);
        var channel = dice.Weighted(story.Places);
        var seenByMonitoring = channel == Channels.Oncall && story.Alerts is not null && dice.Chance(0.25);
        var requester = seenByMonitoring ? House.AlertBot : Requester(channel, dice);
        var at = seenByMonitoring ? timeline.AnyTime(dice) : WorkingHours.During(requester, timeline.Workday(dice), dice);
        return staging.Play(story, ScriptWriter.Write(story, new Cast(requester, at, dice), dice), channel, at, dice);
    }

    private static Colleague Requester(Channel channel, Dice dice)
    {
        if (channel == Channels.Support && dice.Chance(0.06)) return dice.Pick([House.Unlisted, .. House.Of(Role.Guest)]);
        return dice.Pick(House.Of(dice.Chance(0.8) || channel == Channels.Oncall ? Role.Success : Role.Sales));
    }

    private static IEnumerable<HistoryMessage> Chatter(Timeline timeline, HistorySize size, int atLeast, Dice dice)
    {
        var talk = new SmallTalk(timeline);
        for (int i = 0, said = 0; said < atLeast; i++)
        {
            var messages = talk.Any(dice.Fork("chatter", i));
            said += messages.Count;
            foreach (var message in messages) yield return message;
        }
        for (var i = 0; i < size.Weeks; i++)
            foreach (var message in talk.Between(Channels.Directs[i % Channels.Directs.Count], dice.Fork("direct", i))) yield return message;
    }
}
