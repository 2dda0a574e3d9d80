using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Asks whether somebody's decision on a draft counts. Whoever decides at the same time waits here and finds it decided.</summary>
internal sealed class Deciding(Authorities authorities)
{
    /// <param name="One">As whoever decides may see it; null where they may not.</param>
    /// <param name="Sop">Tracked, with <paramref name="Draft"/>, where the decision counts.</param>
    internal sealed record Asked(ReviewOutcome Outcome, UnderReview? One, SopRow? Sop, DraftRow? Draft);

    public async Task<Asked> AskAsync(SlackContext context, UserId user, DraftKey key, Deed deed, CancellationToken stop)
    {
        var unit = context.Unit;
        await unit.ReadAsync("SELECT 1 FROM drafts WHERE workspace_id = $1 AND draft_id = $2 FOR UPDATE", row => row.GetInt32(0), stop, context.Workspace.Value, key.Draft.Value);
        var one = await UnderReview.FindAsync(unit, new Scope.Viewer(context.Workspace, user), key.Draft, stop);
        if (one is null) return new(new ReviewOutcome.Gone(), null, null, null);
        var clearance = (await authorities.OfAsync(unit, context.Workspace, user, stop)).May(deed, one.Sop.SpaceId.Value);
        var draft = await unit.Db.Drafts.FirstAsync(row => row.DraftId == key.Draft, stop);
        var sop = await unit.Db.Sops.FirstAsync(row => row.SopId == draft.SopId, stop);
        var atHand = new DraftAtHand(draft.State is DraftState.Waiting or DraftState.Found, draft.Revision, draft.BaseVersion);
        return new(Review.Decide(atHand, key.Revision, clearance, sop.Version), one, sop, draft);
    }
}
