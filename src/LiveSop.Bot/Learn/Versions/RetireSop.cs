using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>“Take out of use”: nobody finds the procedure any more, and what was proposed for it is withdrawn. Its versions stay, to be restored.</summary>
internal sealed class RetireSop(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>
{
    private static readonly SlackAction callback = new("sop.retire.view");
    private static readonly PlainText title = PlainText.Of($"Take out of use");

    public static Confirm Sure { get; } = new(
        PlainText.Of($"Take it out of use?"), PlainText.Of($"Nobody finds it any more, and what is proposed for it is withdrawn. Its versions stay, and one of them can be restored."), PlainText.Of($"Take out of use"), PlainText.Of($"Cancel"));

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Taking it out of use …"));

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = await OpenSop.FindAsync(payload, VersionActions.Retire, context, stop) is { Sop: var seen } ? Say(await RetireAsync(context, payload.Actor.User, seen.SopId, stop)) : SopModal.Gone();
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private async Task<Mrkdwn> RetireAsync(SlackContext context, UserId user, SopId id, CancellationToken stop)
    {
        var drafts = await OpenDraftsAsync(context, id, stop);
        if (await SopTurns.TakeAsync(context, id, stop) is not { } sop) return Mrkdwn.Of($"This procedure is not there any more.");
        if ((await authorities.OfAsync(context.Unit, context.Workspace, user, stop)).May(Deed.Retire, sop.SpaceId.Value) is Clearance.Refused refused) return await Refusal.WordsAsync(context, authorities, refused, stop);
        if (sop.State == SopState.Retired) return Mrkdwn.Of($"{SopText.Name(sop)}\nIt is out of use already.");
        if (sop.State != SopState.Published) return Mrkdwn.Of($"{SopText.Name(sop)}\nIt is not in force. A draft that nobody wants is rejected, on its card.");
        (sop.State, sop.UpdatedAt) = (SopState.Retired, context.Now);
        foreach (var draft in drafts) (draft.State, draft.DecidedBy, draft.DecidedAt, draft.DecidedWhy) = (DraftState.Withdrawn, user, context.Now, "the procedure was taken out of use");
        await context.Unit.Db.SaveChangesAsync(stop);
        foreach (var draft in drafts) await SendForReview.CloseAsync(context.Unit, context.Workspace, draft.DraftId, context.Now, stop);
        return Mrkdwn.Of($"{SopText.Name(sop)}\n*Out of use.* {Withdrawn(drafts.Count)}`/sop restore {sop.Number} {sop.Version ?? 1}` asks for it back.");
    }

    /// <summary>Locked before the procedure, as who decides on one of them does.</summary>
    private static async Task<List<DraftRow>> OpenDraftsAsync(SlackContext context, SopId id, CancellationToken stop)
    {
        await context.Unit.ReadAsync("SELECT 1 FROM drafts WHERE workspace_id = $1 AND sop_id = $2 AND state IN ('found', 'waiting') ORDER BY draft_id FOR UPDATE", row => row.GetInt32(0), stop, context.Workspace.Value, id.Value);
        return await context.Unit.Db.Drafts.Where(one => one.SopId == id && (one.State == DraftState.Found || one.State == DraftState.Waiting)).ToListAsync(stop);
    }

    private static Mrkdwn Withdrawn(int drafts) => drafts switch
    {
        0 => Mrkdwn.Of($""),
        1 => Mrkdwn.Of($"The draft that was open is withdrawn. "),
        _ => Mrkdwn.Of($"The {drafts} drafts that were open are withdrawn. "),
    };

    private static Modal Say(Mrkdwn text) => new(callback, title, [new Section(text)]) { Close = PlainText.Of($"Close") };
}
