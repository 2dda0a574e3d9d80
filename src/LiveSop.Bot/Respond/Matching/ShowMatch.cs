using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Does what was decided about a match: posts it, whispers it to responders, or says nothing; takes back what was shown and holds no more.</summary>
/// <param name="space">To which the channel belongs.</param>
/// <param name="past">For the cases that were like it.</param>
internal sealed class ShowMatch(SlackContext context, SpaceId space, PastCases past)
{
    /// <summary>Told of one request.</summary>
    private const int MostWhispers = 3;

    private readonly CardBook cards = new(context.Effects);

    /// <param name="row">Tracked, or about to be added.</param>
    public async Task ShowAsync(Request request, MatchRow row, Telling decision, CancellationToken stop)
    {
        if (decision is not Telling.Posted) await cards.TakeBackAsync(row, stop);
        (row.State, row.Reason, row.ShownAt) = decision switch
        {
            Telling.Posted when await ViewAsync(request, row, stop) is { } view => await PostAsync(row, view, stop),
            Telling.Whispered whispered when await WhisperAsync(request, row, whispered.Why, stop) => (MatchState.Whispered, whispered.Why.ToString(), context.Now),
            Telling.Nothing nothing => (row.ShownAt is null ? MatchState.Silent : MatchState.TakenBack, nothing.Why.ToString(), row.ShownAt),
            _ => (MatchState.Silent, null, row.ShownAt),
        };
    }

    /// <summary>What is posted already shows what the row says now.</summary>
    /// <returns>False where nothing is posted, or it may not be shown to everybody there.</returns>
    public async Task<bool> ReplaceAsync(MatchRow row, CancellationToken stop)
    {
        var request = new Request(row.ChannelId, row.Ts, row.RequesterId, await TextAsync(row, stop));
        if (row.Card is null || row.SopId is not { } sop || await SopFacts.OfAsync(context.Unit, context.Workspace, sop, request, context.Now, stop) is not { IsPublished: true, MayAllRead: true }) return false;
        if (await ViewAsync(request, row, stop) is not { } view) return false;
        await cards.ShowAsync(row, MatchCard.Render(view), stop);
        return true;
    }

    private async Task<string> TextAsync(MatchRow row, CancellationToken stop)
    {
        var (channel, ts) = (row.ChannelId, row.Ts);
        return RequestText.Of(await context.Unit.Db.Messages.Where(one => one.ChannelId == channel && one.Ts == ts).Select(one => one.Text).FirstOrDefaultAsync(stop) ?? "");
    }

    /// <summary>For everybody in the channel. Null where the procedure is not there any more.</summary>
    public async Task<MatchView?> ViewAsync(Request request, MatchRow row, CancellationToken stop)
    {
        if (row.SopId is not { } id || await Shelf.FindAsync(context.Unit, id, stop) is not { } found) return null;
        var room = await RoomFacts.OfAsync(context.Unit, context.Workspace, request.Channel, space, context.Now, stop);
        return new(request.Thread, found, null, row.Confidence, await past.OfChannelAsync(context.Unit, request, room.HasOutsiders, stop));
    }

    private async Task<(MatchState, string?, DateTimeOffset?)> PostAsync(MatchRow row, MatchView view, CancellationToken stop)
    {
        await cards.ShowAsync(row, MatchCard.Render(view), stop);
        return (MatchState.Posted, null, context.Now);
    }

    /// <returns>False where there was nobody to tell.</returns>
    private async Task<bool> WhisperAsync(Request request, MatchRow row, WhisperReason why, CancellationToken stop)
    {
        var told = false;
        var isDefault = space == Audience.Spaces.Default(context.Workspace);
        foreach (var responder in await Responders.OfAsync(context.Unit, request, (space, isDefault), context.Workspace, (context.Now, MostWhispers), stop))
        {
            if (await ViewOfAsync(responder, request, row, stop) is not { } view) continue;
            await context.Effects.AddAsync($"match:{request.Channel}:{request.Ts}:{row.SopId}:{responder}", new Effect.Whisper(request.Channel, responder, request.Ts, MatchCard.Whisper(view, why)), stop);
            told = true;
        }
        return told;
    }

    /// <summary>As that person may see it; null where they may not read the procedure.</summary>
    private async Task<MatchView?> ViewOfAsync(UserId user, Request request, MatchRow row, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var found = row.SopId is { } id ? await Shelf.FindAsync(context.Unit, id, stop) : null;
        var next = found is not null && row.NextSopId is { } other ? await Shelf.FindAsync(context.Unit, other, stop) : null;
        var cases = found is null ? [] : await past.OfViewerAsync(context.Unit, request, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return found is null ? null : new(request.Thread, found, next, row.Confidence, cases);
    }
}
