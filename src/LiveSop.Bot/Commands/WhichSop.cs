using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Commands;

/// <summary>“@livesop which”, said in a thread: its procedure, whispered to whoever asked, since others there may not read it.</summary>
internal static class WhichSop
{
    public static async Task AnswerAsync(Asker asker, CancellationToken stop) =>
        await asker.TellAsync(asker is { IsReply: true, Thread: { } thread } ? await FindAsync(asker, thread, stop) : Elsewhere(asker.Context.Installation.Self.User));

    private static async Task<SlackMessage> FindAsync(Asker asker, MessageTs thread, CancellationToken stop)
    {
        var access = await ThreadAccess.OfAsync(asker.Context.Unit, asker.Viewer, asker.Channel, stop);
        return access is ThreadAccess.Granted
            ? Render(await WhichProcedure.FindAsync(asker.Context.Unit, asker.Viewer, new(asker.Channel, thread), stop))
            : SlackMessage.Of(ThreadModal.Why(access, asker.Context.Installation.Self.User));
    }

    public static SlackMessage Render(ProcedureOfThread found) => new(WhichModal.Words(found),
    [
        new Section(WhichModal.Words(found))
        {
            Accessory = found is ProcedureOfThread.Known known ? new Button(SopActions.Open, PlainText.Of($"Open")) { Value = ActionKey.Of(known.Shelved.Sop.SopId.ToString()) } : null,
        },
    ]);

    /// <param name="bot">By which people mention it.</param>
    public static SlackMessage Elsewhere(UserId bot) => SlackMessage.Of(Mrkdwn.Of(
        $"Which thread do you mean? Commands do not work in threads, so mention me there: {bot} `which`. Or open the menu of one of its messages ( ⋮ “More actions”) and choose *Which SOP is this?*. To look by words: `/sop search WORDS`."));
}
