using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>What was saved of a thread, or why nothing was.</summary>
internal static class CaptureModal
{
    public static readonly ThreadModal Frame = new(new("thread.capture.view"), PlainText.Of($"Save as a procedure"));

    public static Modal Opening(SlackPayload.MessageShortcut chosen) => Frame.Opening(Mrkdwn.Of($"Reading this thread … You may close this: what there is to learn is saved all the same."));

    public static Modal Saved(Shelved saved, UserId by, bool again) => SopModal.Render(saved, again
        ? Mrkdwn.Of($"*Saved again* by {by}, in place of what was saved from this thread before. One case so far. {Below(saved)}")
        : Mrkdwn.Of($"*Saved* by {by} as a draft. One case so far. {Below(saved)}"));

    public static Modal KnownAlready(Shelved known) => SopModal.Render(known,
        Mrkdwn.Of($"This thread is one of the cases of SOP {known.Sop.Number} already, so I saved no second procedure. If something is missing in it, press *Edit*."));

    public static Modal NothingToLearn() => Frame.Say(Mrkdwn.Of(
        $"There is nothing to learn in this thread yet, so I saved nothing.\n\nA procedure is what somebody does about what somebody else asked for. When the case is solved here, in this thread, choose this again."));

    public static Modal ForMembers() => Frame.Say(Mrkdwn.Of($"Only members of this workspace can save procedures here; guests and people of other companies cannot. I saved nothing. Ask a colleague who is a member to do it."));

    public static Modal Refused(Mrkdwn why) => Frame.Say(why);

    public static Modal ThreadGone() => Frame.Say(Mrkdwn.Of($"This thread is not there any more, so I saved nothing."));

    public static Modal GivenUp() => Frame.Say(Mrkdwn.Of($"I could not save this thread: something went wrong on my side, several times. Whoever runs me finds the reason in my log. Please choose it again later."));

    private static Mrkdwn Below(Shelved saved) => saved.Procedure.Steps.Count == OneCase.MostSteps
        ? Mrkdwn.Of($"The first {OneCase.MostSteps} steps of a long thread, in the order in which they were taken; addresses and numbers are left out.")
        : Mrkdwn.Of($"The steps that were taken here, in this order; addresses and numbers are left out.");
}
