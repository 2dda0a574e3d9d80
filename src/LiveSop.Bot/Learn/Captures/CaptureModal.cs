using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>What was saved of a thread, or why nothing was.</summary>
internal static class CaptureModal
{
    public static readonly ThreadModal Frame = new(new("thread.capture.view"), PlainText.Of($"Save as a procedure"));

    public static Modal Opening(SlackPayload.MessageShortcut chosen) => Frame.Opening(Mrkdwn.Of($"Reading this thread … You may close this: what there is to learn is saved all the same."));

    /// <param name="again">The thread had been saved before.</param>
    public static Modal Saved(SavedCapture saved, bool again) => Frame.Show(
    [
        new Header(PlainText.Of($"{saved.Capture.Procedure.Title}")),
        new Section(again
            ? Mrkdwn.Of($"*Saved again* by {saved.By}, in place of what was saved from this thread before. One case so far.")
            : Mrkdwn.Of($"*Saved* by {saved.By}. One case so far.")),
        Section.Plain(PlainText.Of($"{saved.Capture.Procedure.Trigger}")),
        new Divider(),
        .. StepLines.Of(saved.Capture.Procedure),
        new Context(Below(saved.Capture)),
    ]);

    public static Modal NothingToLearn() => Frame.Say(Mrkdwn.Of(
        $"There is nothing to learn in this thread yet, so I saved nothing.\n\nA procedure is what somebody does about what somebody else asked for. When the case is solved here, in this thread, choose this again."));

    public static Modal ForMembers() => Frame.Say(Mrkdwn.Of($"Only members of this workspace can save procedures here; guests and people of other companies cannot. I saved nothing. Ask a colleague who is a member to do it."));

    public static Modal ThreadGone() => Frame.Say(Mrkdwn.Of($"This thread is not there any more, so I saved nothing."));

    public static Modal GivenUp() => Frame.Say(Mrkdwn.Of($"I could not save this thread: something went wrong on my side, several times. Whoever runs me finds the reason in my log. Please choose it again later."));

    private static Mrkdwn Below(Capture capture) => capture.MayBeCut
        ? Mrkdwn.Of($"The first {OneCase.MostSteps} steps of a long thread, in the order in which they were taken; addresses and numbers are left out. {Who()}")
        : Mrkdwn.Of($"The steps that were taken here, in this order; addresses and numbers are left out. {Who()}");

    private static Mrkdwn Who() => Mrkdwn.Of($"Whoever may read this channel finds it by *Which SOP is this?* on this thread.");
}
