using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Memory;

/// <summary>“@livesop what happened last time?”, said in a thread: incidents like it, whispered to whoever asked, as far as they may read them.</summary>
internal static class LastTime
{
    public static async Task AnswerAsync(SimilarIncidents? similar, Asker asker, CancellationToken stop) =>
        await asker.TellAsync(asker is { IsReply: true, Thread: { } thread } ? await AnswerAsync(similar, asker, new(asker.Channel, thread), stop) : Elsewhere(asker.Context.Installation.Self.User));

    private static async Task<SlackMessage> AnswerAsync(SimilarIncidents? similar, Asker asker, ThreadId thread, CancellationToken stop)
    {
        var bot = asker.Context.Installation.Self.User;
        var access = await ThreadAccess.OfAsync(asker.Context.Unit, asker.Viewer, asker.Channel, stop);
        return access is ThreadAccess.Granted
            ? await asker.ReadAsync(async unit => Render(await FindAsync(similar, unit, thread, bot, stop), await Permalinks.OfAsync(unit, stop)), stop)
            : SlackMessage.Of(ThreadModal.Why(access, bot));
    }

    private static async Task<IReadOnlyList<PastIncident>> FindAsync(SimilarIncidents? similar, UnitOfWork unit, ThreadId thread, UserId bot, CancellationToken stop)
    {
        var said = await Talk.ReadThreadAsync(unit, thread, bot, stop);
        var text = string.Join('\n', said.OrderBy(message => message.At).Select(message => message.Text));
        return similar is null || text.Length == 0 ? [] : [.. (await similar.FindAsync(unit, text, thread, PastLines.Most, stop)).Where(one => one.IsAlike)];
    }

    public static SlackMessage Render(IReadOnlyList<PastIncident> past, Permalinks? links) => past.Count == 0
        ? SlackMessage.Of(Mrkdwn.Of($"I remember nothing like this that you may read. To look by other words: `/sop search WORDS`."))
        : SlackMessage.Fit(Mrkdwn.Of($"Like this before"), [new Section(Mrkdwn.Of($"Like this before, the nearest first:")), PastLines.Of(past, links), new Context(Mrkdwn.Of($"Only you see this, and only what you may read."))]);

    /// <param name="bot">By which people mention it.</param>
    private static SlackMessage Elsewhere(UserId bot) => SlackMessage.Of(Mrkdwn.Of(
        $"Like which thread? Commands do not work in threads, so mention me there: {bot} `similar`. To look by words: `/sop search WORDS`."));
}
