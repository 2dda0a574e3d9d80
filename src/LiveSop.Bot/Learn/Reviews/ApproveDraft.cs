using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>“Approve”: first the modal with a last look, then, when it is sent, the next version. Who may is asked both times.</summary>
internal sealed class ApproveDraft(Authorities authorities, Deciding deciding) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var pressed = payload.Actions.FirstOrDefault(one => ReviewActions.Approve.Is(one.ActionId));
        await FillAsync(await LookAsync(payload.Actor, DraftKey.Of(pressed?.Value.AsText) ?? default, context, stop), context, stop);
    }

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop) =>
        await FillAsync(await ApproveAsync(payload, context, stop), context, stop);

    private async Task<Modal> LookAsync(Actor actor, DraftKey key, SlackContext context, CancellationToken stop)
    {
        var asked = await deciding.AskAsync(context, actor.User, key, Deed.Decide, stop);
        if (asked is not { Outcome: ReviewOutcome.Counts, One: { } one }) return ApproveModal.Say(await Outcomes.WordsAsync(asked.Outcome, asked.One, context, authorities, stop));
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, actor.User), stop);
        var past = await PastCase.OfAsync(context.Unit, one, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return ApproveModal.Render(one, past);
    }

    private async Task<Modal> ApproveAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        var form = ApproveModal.Form.Of(payload.View);
        var asked = await deciding.AskAsync(context, payload.Actor.User, DraftKey.Of(payload.View.PrivateMetadata) ?? default, Deed.Decide, stop);
        if (asked is not { Outcome: ReviewOutcome.Counts, Sop: { } sop, Draft: { } draft }) return ApproveModal.Say(await Outcomes.WordsAsync(asked.Outcome, asked.One, context, authorities, stop));
        var version = await PublishSop.PublishAsync(context.Unit, sop, draft, new(payload.Actor.User, form.Why, form.Audience ?? sop.Audience, context.Now), stop);
        await SendForReview.CloseAsync(context.Unit, context.Workspace, draft.DraftId, context.Now, stop);
        return ApproveModal.Say(Mrkdwn.Of($"{SopText.Name(sop)}\n*Version {version} is in force.* People find it with `/sop show {sop.Number}`."));
    }

    private static Task FillAsync(Modal content, SlackContext context, CancellationToken stop) =>
        context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
}
