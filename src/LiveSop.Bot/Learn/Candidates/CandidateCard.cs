using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;
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

    public static SlackMessage NothingToRead(ChannelId channel) =>
        SlackMessage.Of(Mrkdwn.Of($"I may not look into {channel} from here: I show in a place only what everybody in that place may read, and I read only channels that I was invited to. Ask for it in {channel} itself."));

    public static SlackMessage Render(MiningOutcome found) => found.Kept.Count == 0
        ? new SlackMessage(Mrkdwn.Of($"No procedure found yet"), [new Section(Mrkdwn.Of($"*No procedure found yet*")), new Section(Lacking(found)), new Context(Read(found))])
        : SlackMessage.Fit(Heading(found), [new Section(Heading(found)), .. found.Kept.Take(MostShown).Select(Line), new Context(Rest(found))]);

    private static Mrkdwn Heading(MiningOutcome found) => found.Kept.Count == 1
        ? Mrkdwn.Of($"*1 procedure* recurs in what everybody here may read.")
        : Mrkdwn.Of($"*{found.Kept.Count} procedures* recur in what everybody here may read, the most frequent first.");

    public static Section Line(Kept kept) => new(Mrkdwn.Of($"{SopText.Name(kept.Sop)}\n{Standing(kept)}{SopText.Figures(kept.Procedure)}"))
    {
        Accessory = new Button(SopActions.Open, PlainText.Of($"Show steps")) { Value = ActionKey.Of(kept.Sop.SopId.ToString()) },
    };

    private static Mrkdwn Standing(Kept kept) => kept.Sop.State == SopState.Published ? Mrkdwn.Of($"{SopText.State(kept.Sop)} · ") : Mrkdwn.Of($"");

    private static Mrkdwn Rest(MiningOutcome found) => found.Kept.Count > MostShown
        ? Mrkdwn.Of($"… and {found.Kept.Count - MostShown} rarer ones: `/sop list`. {Read(found)}")
        : Read(found);

    private static Mrkdwn Read(MiningOutcome found) => found.Since is { } since
        ? Mrkdwn.Of($"Read: {Plainly.Count(found.Messages)} messages since {since:date} in {Mrkdwn.Join(Mrkdwn.Of($", "), [.. found.Channels.Select(name => Mrkdwn.Of($"#{name}"))], 8)}.")
        : Mrkdwn.Of($"Read: nothing yet.");

    private static Mrkdwn Lacking(MiningOutcome found) => (found.Messages, found.Incidents) switch
    {
        (0, _) => Mrkdwn.Of($"I have read nothing that everybody here may read. Invite me to the channels where your team solves its cases; I read what was said there before, and what is said from then on."),
        (_, 0) => Mrkdwn.Of($"None of the talk I read is about a problem that somebody solved. Invite me to the channels where your team solves its cases."),
        _ => Mrkdwn.Of($"I found {found.Incidents} talks about a problem, and too few of a kind: a procedure shows from about four solved cases of the same kind on."),
    };
}
