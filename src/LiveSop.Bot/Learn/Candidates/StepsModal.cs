using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>A candidate in front of everything else: what sets it off, and its steps.</summary>
internal static class StepsModal
{
    private static readonly SlackAction Callback = new("candidate.steps.view");

    /// <summary>What stands there while the steps are fetched: it must open within three seconds of the press.</summary>
    public static Modal Opening(SlackPayload.BlockActions pressed) => new(Callback, PlainText.Of($"Steps"), [new Section(Mrkdwn.Of($"Fetching the steps …"))]) { Close = PlainText.Of($"Close") };

    public static Modal Gone() => new(Callback, PlainText.Of($"Steps"), [new Section(Mrkdwn.Of($"These steps are not to be seen here any more. `/sop mine` finds what there is now."))]) { Close = PlainText.Of($"Close") };

    public static Modal Render(Candidate candidate) => new(Callback, PlainText.Of($"Steps"), View.Fit(Blocks(candidate))) { Close = PlainText.Of($"Close") };

    private static List<Block> Blocks(Candidate candidate) =>
    [
        new Header(PlainText.Of($"{candidate.Title}")),
        Section.Plain(PlainText.Of($"{candidate.Trigger}")),
        new Divider(),
        .. StepLines.Of(candidate),
        new Context(Mrkdwn.Of($"Mined from {candidate.Cases} cases. {StepLines.DoneBy(candidate)}Nobody has reviewed it yet: look at the talk behind it before you rely on a step.")),
    ];
}
