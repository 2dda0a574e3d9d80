using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Why a decision does not count, and what to do.</summary>
internal static class Outcomes
{
    public static async Task<Mrkdwn> WordsAsync(ReviewOutcome outcome, UnderReview? one, SlackContext context, Authorities authorities, CancellationToken stop) => outcome switch
    {
        ReviewOutcome.NotAllowed refused => await Refusal.WordsAsync(context, authorities, refused.Refused, stop),
        ReviewOutcome.DecidedAlready when one is { Draft: { DecidedBy: { } by, State: not Storage.Sops.DraftState.Withdrawn } } => Mrkdwn.Of($"{by} was faster: this draft is {(one.Draft.State == Storage.Sops.DraftState.Approved ? Mrkdwn.Of($"approved") : Mrkdwn.Of($"rejected"))} already. Your decision changed nothing."),
        ReviewOutcome.DecidedAlready => Mrkdwn.Of($"This draft was taken back meanwhile. Your decision changed nothing."),
        ReviewOutcome.Changed => Mrkdwn.Of($"Somebody changed this draft while you were looking at it, so your decision did not count. The card in our conversation shows it as it is now; please look again."),
        ReviewOutcome.Overtaken { InForce: { } version } => Mrkdwn.Of($"Version {version} came into force while this draft was waiting, and the draft was made for an earlier one. Press *Edit* on the card to bring it up to date, then decide."),
        ReviewOutcome.Overtaken => Mrkdwn.Of($"The version that this draft changes is out of force. Press *Edit* on the card to bring it up to date, then decide."),
        _ => Mrkdwn.Of($"This draft is not there any more, or you may no longer read all that it was mined from. Nothing was decided."),
    };
}
