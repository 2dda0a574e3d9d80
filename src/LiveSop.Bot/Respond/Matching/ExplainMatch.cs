using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>“Why?”: the words and cases that decided, and why it stayed silent where it did; to whoever asks, as far as they may read it.</summary>
internal sealed class ExplainMatch(Recognisers recognisers, PastCases cases) : ISlackHandler<SlackPayload.BlockActions>
{
    private const int MostWords = 5;

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (MatchActions.Thread(MatchActions.ValueOf(payload, MatchActions.Why)) is not { } thread) return;
        var viewer = new Scope.Viewer(context.Workspace, payload.Actor.User);
        var access = await ThreadAccess.OfAsync(context.Unit, viewer, thread.Channel, stop);
        var answer = access is ThreadAccess.Granted && await ExplainAsync(thread, viewer, context, stop) is { } known
            ? WhyCard.Render(known)
            : Slack.Blocks.SlackMessage.Of(access is ThreadAccess.Granted ? MatchDesk.Gone : ThreadModal.Why(access, context.Installation.Self.User));
        await MatchDesk.TellAsync(payload, answer, context, stop);
    }

    /// <returns>Null where the message that began the thread is not known.</returns>
    public async Task<Explanation?> ExplainAsync(ThreadId thread, Scope.Viewer viewer, SlackContext context, CancellationToken stop)
    {
        var row = await context.Unit.Db.Matches.AsNoTracking().FirstOrDefaultAsync(one => one.ChannelId == thread.Channel && one.Ts == thread.Ts, stop);
        var message = await context.Unit.Db.Messages.AsNoTracking().FirstOrDefaultAsync(one => one.ChannelId == thread.Channel && one.Ts == thread.Ts && one.DeletedAt == null, stop);
        if (message is null) return null;
        var (text, learnt) = (RequestText.Of(message.Text), recognisers.Of(context.Workspace, thread.Channel));
        var (nearest, confidence) = Nearest(learnt, text);
        var (sop, sure) = row?.SopId is { } taken ? (taken, row.Confidence) : (nearest, confidence);
        await context.Unit.EnterAsync(viewer, stop);
        var found = sop is { } id ? await Shelf.FindAsync(context.Unit, id, stop) : null;
        var past = await cases.OfViewerAsync(context.Unit, new(thread.Channel, thread.Ts, message.AuthorId ?? viewer.User, text), stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        var words = found is null || sop != nearest ? [] : learnt.Recogniser?.Reasons(text, MostWords) ?? [];
        return new(found, sure, learnt.Recogniser?.Threshold ?? double.PositiveInfinity, words, row?.Reason ?? (row is null ? nameof(SilenceReason.NothingAlike) : null), past);
    }

    private static (SopId? Sop, double Confidence) Nearest(Learnt learnt, string text) => learnt.Recognise(text) switch
    {
        Match.Found found => (learnt.Sops[found.Class], found.Confidence),
        Match.Ambiguous one => (learnt.Sops[one.Class], one.Confidence),
        Match.None { Nearest: { } near } none => (learnt.Sops[near], none.Confidence),
        _ => (null, 0),
    };
}
