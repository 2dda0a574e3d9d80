using LiveSop.Workspace.Company;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.Stories;

namespace LiveSop.Workspace.History;

/// <summary>An incident that was worked on in Jira: the request is its description, what was said its comments.</summary>
/// <param name="Confined">Has a security level, so not everybody may read it.</param>
internal sealed record TrackerIssue(int Number, string Title, HistoryCase Case, bool Confined)
{
    public string Key => $"{TrackerHistory.Project}-{Number}";

    public string Id => $"{10000 + Number}";

    public IReadOnlyList<HistoryMessage> Comments => [.. Case.Messages.Skip(1).Where(m => !m.Author.IsApp)];

    public Colleague Reporter => Case.Messages[0].Author;

    public Colleague? Assignee => Case.Messages.FirstOrDefault(m => m.Activities.Count > 0)?.Author;

    public DateTimeOffset Created => Case.Messages[0].At;

    public DateTimeOffset LastSaid => Case.Messages[^1].At;

    public DateTimeOffset Updated => TrackerChanges.Of(this) is [.., var last] && last.At > LastSaid ? last.At : LastSaid;
}

/// <summary>The company's Jira: incidents of the same kinds as in Slack, but not the same incidents.</summary>
internal static class TrackerHistory
{
    public const string Project = "OPS";

    private static readonly Channel Board = new(Project, ChannelKind.Public, "") { Only = House.Of(Role.Platform, Role.Support) };
    private static readonly IReadOnlyList<(Story, double)> Stories =
        [.. StoryBook.All.Where(s => s.IssueTitles is not null).Select(s => (s, s.Weight))];

    /// <summary>In the order they were created.</summary>
    public static IReadOnlyList<TrackerIssue> Generate(int seed, int issues = 60)
    {
        var dice = new Dice((ulong)seed).Fork("tracker");
        var timeline = new Timeline(new HistorySize(Math.Max(issues, 200)));
        var staging = new Staging(timeline);
        var played = Enumerable.Range(0, issues).Select(i => Play(timeline, staging, dice.Fork("issue", i)))
            .OrderBy(p => p.Case.Messages[0].At);
        return [.. played.Select((p, i) => new TrackerIssue(101 + i, p.Title, p.Case, Confined: i % 29 == 7))];
    }

    private static (string Title, HistoryCase Case) Play(Timeline timeline, Staging staging, Dice dice)
    {
        var story = dice.Weighted(Stories);
        var reporter = dice.Pick(House.Of(Role.Success));
        var at = WorkingHours.During(reporter, timeline.Workday(dice), dice);
        var script = ScriptWriter.Write(story, new Cast(reporter, at, dice), dice);
        return (WireText.Plain(script.Title!), staging.Play(story, script, Board, at, dice));
    }
}
