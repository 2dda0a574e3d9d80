using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>The procedure behind a thread, or why there is none and what helps today.</summary>
internal static class WhichModal
{
    public static readonly ThreadModal Frame = new(new("thread.which.view"), PlainText.Of($"Which SOP is this?"));

    public static Modal Opening(SlackPayload pressed) => Frame.Opening(Mrkdwn.Of($"Looking for this thread among the cases I know …"));

    public static Modal Render(ProcedureOfThread found) => found is ProcedureOfThread.Known known
        ? SopModal.Render(known.Shelved, Above(known.Shelved))
        : Frame.Say(Words(found));

    /// <summary>In a thread, where nobody else sees it.</summary>
    public static Mrkdwn Words(ProcedureOfThread found) => found switch
    {
        ProcedureOfThread.Known known => Mrkdwn.Of($"{SopText.Name(known.Shelved.Sop)}\n{Above(known.Shelved)}"),
        ProcedureOfThread.NothingKnown => Mrkdwn.Of($"I know no procedures yet that I may show you: nobody has asked me to look for them. Type `/sop mine` in this channel; when it is done, ask again."),
        _ => Mrkdwn.Of($"No procedure I know holds this thread.\n\nI know the cases that I found when I last looked for procedures. If this thread is newer than that, type `/sop mine` in the channel and ask again. If it is the first of its kind, *Save as a procedure* in the menu of a message keeps what was done here."),
    };

    private static Mrkdwn Above(Shelved shelved) => shelved.Procedure.Cases <= 1
        ? Mrkdwn.Of($"Somebody saved this thread as a procedure. It has one case so far: this one.")
        : Mrkdwn.Of($"This thread is one of the {Plainly.Cases(shelved.Procedure.Cases)} that this procedure was mined from.");
}
