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

namespace LiveSop.Bot.Learn.Versions;

/// <summary>“Who may read it”: an approver shows a procedure in force to more people, or to fewer. Who may is asked at the press and again when it is saved.</summary>
internal sealed class ChangeAudience(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = await OpenSop.FindAsync(payload, VersionActions.Audience, context, stop) is { Sop: var sop } ? await AskAsync(context, payload.Actor.User, sop, stop) : SopModal.Gone();
        await FillAsync(context, content, stop);
    }

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop) =>
        await FillAsync(context, AudienceModal.Say(await SaveAsync(payload, context, stop)), stop);

    private async Task<Modal> AskAsync(SlackContext context, UserId user, SopRow sop, CancellationToken stop)
    {
        if (await RefusedAsync(context, user, sop, stop) is { } why) return AudienceModal.Say(why);
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var readers = await SopReaders.OfAsync(context.Unit, sop, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return AudienceModal.Render(readers);
    }

    private async Task<Mrkdwn> SaveAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        if (ActionKey.Parts(payload.View.PrivateMetadata, 2) is not [var key, var before] || !Guid.TryParse(key, out var id) || AudienceModal.Form.Of(payload.View).Audience is not { } chosen) return Gone;
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, payload.Actor.User), stop);
        var isVisible = await Shelf.FindAsync(context.Unit, new SopId(id), stop) is not null;
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        if (!isVisible || await SopTurns.TakeAsync(context, new(id), stop) is not { } sop) return Gone;
        if (await RefusedAsync(context, payload.Actor.User, sop, stop) is { } why) return why;
        if (sop.Audience.ToString() != before) return Mrkdwn.Of($"{SopText.Name(sop)}\nSomebody chose meanwhile: {AudienceChoice.Words(sop.Audience)} may read it. Your choice changed nothing; press *Who may read it* to choose again.");
        if (sop.Audience == chosen) return Mrkdwn.Of($"{SopText.Name(sop)}\nNothing was changed: {AudienceChoice.Words(chosen)} may read it, as before.");
        var old = sop.Audience;
        (sop.Audience, sop.UpdatedAt) = (chosen, context.Now);
        await context.Unit.Db.SaveChangesAsync(stop);
        return Mrkdwn.Of($"{SopText.Name(sop)}\n*Saved.* From now on {AudienceChoice.Words(chosen)} may read it; before, {AudienceChoice.Words(old)}.");
    }

    /// <summary>Why they may not, or why there is nothing to choose; null where there is.</summary>
    private async Task<Mrkdwn?> RefusedAsync(SlackContext context, UserId user, SopRow sop, CancellationToken stop)
    {
        if ((await authorities.OfAsync(context.Unit, context.Workspace, user, stop)).May(Deed.Widen, sop.SpaceId.Value) is Clearance.Refused refused) return await Refusal.WordsAsync(context, authorities, refused, stop);
        return sop.State == SopState.Published ? null : Mrkdwn.Of($"{SopText.Name(sop)}\nIt is not in force. Who may read it is chosen when it is approved.");
    }

    private static Task FillAsync(SlackContext context, Modal content, CancellationToken stop) =>
        context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);

    private static Mrkdwn Gone => Mrkdwn.Of($"This procedure is not there any more, or you may no longer read all that it was mined from. Nothing was changed.");
}
