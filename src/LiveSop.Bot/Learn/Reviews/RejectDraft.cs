using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>“Reject”: asks why, and keeps the answer, so that the same draft does not come back. The press opens the modal by itself.</summary>
internal sealed class RejectDraft(Authorities authorities, Deciding deciding) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop) => Task.CompletedTask;

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        var content = await RejectAsync(payload, context, stop);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private async Task<Modal> RejectAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        var asked = await deciding.AskAsync(context, payload.Actor.User, DraftKey.Of(payload.View.PrivateMetadata) ?? default, Deed.Decide, stop);
        // To say no, one need not have seen the newest words.
        var counts = asked.Outcome is ReviewOutcome.Counts or ReviewOutcome.Changed or ReviewOutcome.Overtaken;
        if (!counts || asked is not { Sop: { } sop, Draft: { } draft }) return RejectModal.Say(await Outcomes.WordsAsync(asked.Outcome, asked.One, context, authorities, stop));
        (draft.State, draft.DecidedBy, draft.DecidedAt, draft.DecidedWhy) = (DraftState.Rejected, payload.Actor.User, context.Now, RejectModal.Form.Of(payload.View).Why);
        if (sop.Version is null) sop.State = SopState.Rejected;
        sop.UpdatedAt = context.Now;
        await context.Unit.Db.SaveChangesAsync(stop);
        await SendForReview.CloseAsync(context.Unit, context.Workspace, draft.DraftId, context.Now, stop);
        return RejectModal.Say(Mrkdwn.Of($"*Rejected.* I will not propose the same again. Everybody who was asked sees your reason."));
    }
}
