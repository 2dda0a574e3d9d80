using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack.Blocks;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Memory;

/// <summary>
/// “What happened last time?”, asked in a thread: what was asked before that is like it, how it ended and how long it took. And <c>/sop search</c>: procedures by what they
/// are about, then what was asked before. To whoever asks, as far as they may read it.
/// </summary>
internal sealed class AnswerFromMemory(SimilarIncidents similar)
{
    private const int Most = 5;

    public async Task LastTimeAsync(Asker asker, CancellationToken stop)
    {
        if (asker is not { IsReply: true, Thread: { } ts })
        {
            await asker.TellAsync(WhichSop.Elsewhere(asker.Context.Installation.Self.User));
            return;
        }
        var access = await ThreadAccess.OfAsync(asker.Context.Unit, asker.Viewer, asker.Channel, stop);
        await asker.TellAsync(access is ThreadAccess.Granted ? await FindAsync(asker, new(asker.Channel, ts), stop) : SlackMessage.Of(ThreadModal.Why(access, asker.Context.Installation.Self.User)));
    }

    public async Task SearchAsync(string words, Asker asker, CancellationToken stop)
    {
        var (sops, incidents, links) = await asker.ReadAsync(async unit => (await SearchSops.FindAsync(unit, words, stop), await similar.FindAsync(unit, words, null, null, Most, stop), await Permalinks.OfAsync(unit, stop)), stop);
        await asker.TellAsync(SearchSops.Render(words, sops, [.. incidents.Select(one => IncidentLine.Of(one, links))]));
    }

    private async Task<SlackMessage> FindAsync(Asker asker, ThreadId thread, CancellationToken stop) => await asker.ReadAsync(async unit =>
    {
        var raw = await unit.Db.Messages.Where(one => one.ChannelId == thread.Channel && one.Ts == thread.Ts && one.DeletedAt == null).Select(one => one.Text).FirstOrDefaultAsync(stop);
        if (raw is null) return SlackMessage.Of(MatchDesk.Gone);
        var found = await similar.FindAsync(unit, RequestText.Resolved(raw), thread, null, Most, stop);
        return Render(found, await Permalinks.OfAsync(unit, stop));
    }, stop);

    public static SlackMessage Render(IReadOnlyList<PastIncident> found, Permalinks? links) => found.Count == 0
        ? SlackMessage.Of(Mrkdwn.Of($"I remember nothing like this that you may read."))
        : new(Mrkdwn.Of($"What was like this before"), [new Section(Mrkdwn.Of($"*The likest of what was asked before:*")), .. found.Select(one => new Section(IncidentLine.Of(one, links)))]);
}
