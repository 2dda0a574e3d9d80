using LiveSop.Workspace.Chatter;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Stories;

namespace LiveSop.Workspace.History;

/// <summary>Two weeks after a history, in the second of which the team has changed its way with one kind of incident. The same seed gives the same weeks.</summary>
/// <param name="Messages">In the order they are sent.</param>
/// <param name="Cases">In the order they begin.</param>
internal sealed record Fortnight(DateTime Monday, IReadOnlyList<HistoryMessage> Messages, IReadOnlyList<HistoryCase> Cases)
{
    /// <summary>Of the kind that changes, and of all others together, in a week.</summary>
    private const int OfTheKind = 15, Others = 12, SmallTalks = 25;

    /// <param name="monday">The first one.</param>
    /// <param name="stories">What keeps happening beside it.</param>
    public static Fortnight Generate(int seed, DateTime monday, NewWay way, IReadOnlyList<Story> stories)
    {
        var dice = new Dice((ulong)seed).Fork("fortnight");
        var (cases, messages) = (new List<HistoryCase>(), new List<HistoryMessage>());
        IReadOnlyList<Story> others = [.. stories.Where(story => story.Kind != way.Before.Kind)];
        for (var week = 0; week < 2; week++)
        {
            var timeline = new Timeline(1, monday.AddDays(7 * week));
            var staging = new Staging(timeline);
            var story = week == 0 ? way.Before : way.After;
            for (var i = 0; i < OfTheKind; i++) cases.Add(Incident(timeline, staging, story, dice.Fork("kind", 100 * week + i)));
            for (var i = 0; i < Others; i++) cases.Add(Incident(timeline, staging, others[i % others.Count], dice.Fork("other", 100 * week + i)));
            var talk = new SmallTalk(timeline);
            for (var i = 0; i < SmallTalks; i++) messages.AddRange(talk.Any(dice.Fork("chatter", 100 * week + i)));
        }
        messages.AddRange(cases.SelectMany(one => one.Messages));
        return new(monday, [.. messages.OrderBy(message => message.At)], [.. cases.OrderBy(one => one.Messages[0].At)]);
    }

    private static HistoryCase Incident(Timeline timeline, Staging staging, Story story, Dice dice)
    {
        var channel = dice.Weighted(story.Places);
        var requester = dice.Pick(House.Of(Role.Success));
        var at = WorkingHours.During(requester, timeline.Workday(dice), dice);
        return staging.Play(story, ScriptWriter.Write(story, new Cast(requester, at, dice), dice), channel, at, dice);
    }
}
