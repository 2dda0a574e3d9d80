using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;
using SlackMessage = LiveSop.Bot.Slack.Blocks.SlackMessage;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>A procedure that people refused three times in a row is not shown by itself any more, until somebody who approves in its space lets it be again.</summary>
internal sealed class MuteSop(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>
{
    /// <param name="request">That was refused last.</param>
    /// <returns>Whether it is muted from now on.</returns>
    public static async Task<bool> LookAsync(SopId sop, Request request, SlackContext context, CancellationToken stop)
    {
        if (await SopFacts.OfAsync(context.Unit, context.Workspace, sop, request, context.Now, stop) is not { IsMuted: false, Trust.IsSpent: true }) return false;
        await context.Unit.RunAsync("UPDATE sops SET muted_at = $3 WHERE workspace_id = $1 AND sop_id = $2", stop, context.Workspace.Value, sop.Value, context.Now);
        var row = await context.Unit.Db.Sops.AsNoTracking().FirstAsync(one => one.SopId == sop, stop);
        var owner = await context.Unit.Db.SopVersions.Where(one => one.SopId == sop && one.Version == row.Version).Select(one => (UserId?)one.ApprovedBy).FirstOrDefaultAsync(stop);
        if (owner is { } person) await context.Effects.AddAsync($"muted:{sop}:{context.Key}", new Effect.Direct(person, Card(row)), stop);
        return true;
    }

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (ActionKey.Parts(MatchActions.ValueOf(payload, MatchActions.Unmute), 1) is not [var key] || !Guid.TryParse(key, out var id)) return;
        var sop = await context.Unit.Db.Sops.FirstOrDefaultAsync(one => one.SopId == new SopId(id), stop);
        await MatchDesk.TellAsync(payload, SlackMessage.Of(sop is null ? SopGone : await UnmuteAsync(sop, payload.Actor.User, context, stop)), context, stop);
    }

    private static Mrkdwn SopGone => Mrkdwn.Of($"This procedure is not there any more.");

    private async Task<Mrkdwn> UnmuteAsync(SopRow sop, UserId user, SlackContext context, CancellationToken stop)
    {
        if ((await authorities.OfAsync(context.Unit, context.Workspace, user, stop)).May(Deed.Decide, sop.SpaceId.Value) is Clearance.Refused refused) return await Refusal.WordsAsync(context, authorities, refused, stop);
        if (sop.MutedAt is null) return Mrkdwn.Of($"{SopText.Name(sop)}\nI show it already.");
        (sop.MutedAt, sop.UnmutedAt) = (null, context.Now);
        await context.Unit.Db.SaveChangesAsync(stop);
        return Mrkdwn.Of($"{SopText.Name(sop)}\n*I show it again* where a case looks like it.");
    }

    private static SlackMessage Card(SopRow sop) => new(Mrkdwn.Of($"I no longer show {SopText.Name(sop)} by myself"),
    [
        new Section(Mrkdwn.Of($"I no longer show {SopText.Name(sop)} by myself: three times in a row people said that a case was none of it. Perhaps it says too loosely when it applies. People still find it with `/sop show {sop.Number}`.")),
        new Actions(
        [
            new Button(SopActions.Open, PlainText.Of($"Look at it")) { Value = ActionKey.Of(sop.SopId.ToString()) },
            new Button(MatchActions.Unmute, PlainText.Of($"Show it again")) { Value = ActionKey.Of(sop.SopId.ToString()) },
        ]),
    ]);
}
