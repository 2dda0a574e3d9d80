using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>The procedure behind a thread, or why there is none and what helps today.</summary>
internal static class WhichModal
{
    public static readonly ThreadModal Frame = new(new("thread.which.view"), PlainText.Of($"Which SOP is this?"));

    public static Modal Opening(SlackPayload.MessageShortcut chosen) => Frame.Opening(Mrkdwn.Of($"Looking for this thread among the cases I know …"));

    public static Modal Render(ProcedureOfThread found) => found switch
    {
        ProcedureOfThread.Mined mined => Frame.Show(Blocks(mined.Candidate)),
        ProcedureOfThread.Saved saved => Frame.Show(Blocks(saved.Capture)),
        ProcedureOfThread.NothingMined => Frame.Say(Mrkdwn.Of($"I know no procedures yet that I may show you: nobody has asked me to look for them. Type `/sop mine` in this channel; when it is done, choose this again.")),
        _ => Frame.Say(Mrkdwn.Of($"No procedure I know holds this thread.\n\nI know the cases that I found when `/sop mine` last ran. If this thread is newer than that, type `/sop mine` in the channel and choose this again. If it is the first of its kind, *Save as a procedure* in this menu keeps what was done here.")),
    };

    private static List<Block> Blocks(Candidate candidate) =>
    [
        new Header(PlainText.Of($"{candidate.Title}")),
        new Section(Mrkdwn.Of($"This thread is one of the {candidate.Cases} cases that this procedure was mined from.\n{CandidateCard.Figures(candidate)}")),
        Section.Plain(PlainText.Of($"{candidate.Trigger}")),
        new Divider(),
        .. StepLines.Of(candidate),
        new Context(Mrkdwn.Of($"{StepLines.DoneBy(candidate)}Nobody has reviewed it yet: look at the talk behind it before you rely on a step.")),
    ];

    private static List<Block> Blocks(SavedCapture saved) =>
    [
        new Header(PlainText.Of($"{saved.Capture.Procedure.Title}")),
        new Section(Mrkdwn.Of($"{saved.By} saved this thread as a procedure on {saved.At:date}. It has one case so far: this one.")),
        Section.Plain(PlainText.Of($"{saved.Capture.Procedure.Trigger}")),
        new Divider(),
        .. StepLines.Of(saved.Capture.Procedure),
        new Context(Mrkdwn.Of($"These are the steps that were taken here, in this order. Nobody has reviewed them yet.")),
    ];
}
