using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>What mining says in Slack: that it has begun, and ONE ranked list of what it found, or what it lacks.</summary>
internal static class CandidateCard
{
    /// <summary>More than a screen of them is a list nobody reads.</summary>
    private const int MostShown = 10;

    public static SlackMessage Begun(UserId asker) =>
        SlackMessage.Of(Mrkdwn.Of($"Looking for procedures in what everybody here may read, for {asker} …"));

    public static SlackMessage GivenUp() =>
        SlackMessage.Of(Mrkdwn.Of($"I could not look for procedures: something went wrong on my side, several times. Whoever runs me finds the reason in my log; `/sop mine` tries again."));

    /// <param name="job">Names the finding, for those who look closer.</param>
    public static SlackMessage Render(Guid job, CandidateList found) => found.Candidates.Count == 0
        ? new SlackMessage(Mrkdwn.Of($"No procedure found yet"), [new Section(Mrkdwn.Of($"*No procedure found yet*")), new Section(Lacking(found)), new Context(Read(found))])
        : SlackMessage.Fit(Heading(found), [new Section(Heading(found)), .. found.Candidates.Take(MostShown).SelectMany((one, at) => Blocks(job, one, at)), new Context(Rest(found))]);

    private static Mrkdwn Heading(CandidateList found) => found.Candidates.Count == 1
        ? Mrkdwn.Of($"*1 procedure* recurs in what everybody here may read.")
        : Mrkdwn.Of($"*{found.Candidates.Count} procedures* recur in what everybody here may read, the most frequent first.");

    private static IEnumerable<Block> Blocks(Guid job, Candidate candidate, int at)
    {
        yield return new Section(Mrkdwn.Of($"*{at + 1}. {candidate.Title}*\n{Figures(candidate)}"))
        {
            Accessory = new Button(ShowSteps.Action, PlainText.Of($"Show steps")) { Value = ActionKey.Of(job.ToString(), at.ToString(System.Globalization.CultureInfo.InvariantCulture)) },
        };
    }

    public static Mrkdwn Figures(Candidate candidate) => candidate.MedianSeconds is { } seconds
        ? Mrkdwn.Of($"{candidate.Cases} cases · {candidate.Steps} steps · a typical case takes {Plainly.Duration(seconds)} · last seen {At(candidate.LastSeen):date}")
        : Mrkdwn.Of($"{candidate.Cases} cases · {candidate.Steps} steps · last seen {At(candidate.LastSeen):date}");

    private static Mrkdwn Rest(CandidateList found) => found.Candidates.Count > MostShown
        ? Mrkdwn.Of($"… and {found.Candidates.Count - MostShown} rarer ones. {Read(found)}")
        : Read(found);

    private static Mrkdwn Read(CandidateList found) => found.Since is { } since
        ? Mrkdwn.Of($"Read: {Plainly.Count(found.Messages)} messages since {since:date} in {Mrkdwn.Join(Mrkdwn.Of($", "), [.. found.Channels.Select(name => Mrkdwn.Of($"#{name}"))], 8)}.")
        : Mrkdwn.Of($"Read: nothing yet.");

    private static Mrkdwn Lacking(CandidateList found) => (found.Messages, found.Incidents) switch
    {
        (0, _) => Mrkdwn.Of($"I have read nothing that everybody here may read. Invite me to the channels where your team solves its cases; I read what was said there before, and what is said from then on."),
        (_, 0) => Mrkdwn.Of($"None of the talk I read is about a problem that somebody solved. Invite me to the channels where your team solves its cases."),
        _ => Mrkdwn.Of($"I found {found.Incidents} talks about a problem, and too few of a kind: a procedure shows from about four solved cases of the same kind on."),
    };

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
