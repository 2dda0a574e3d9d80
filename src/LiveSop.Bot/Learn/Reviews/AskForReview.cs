using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>“Ask for review”, pressed where a draft is shown: its approvers are asked, once; the modal says who.</summary>
internal sealed class AskForReview(Authorities authorities, SendForReview sending) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var answer = await AskAsync(payload, context, stop);
        if (payload.View is { } view) await context.Effects.AddAsync($"refresh:{context.Key}", new Effect.Refresh(view.Id, BlocksJson.Node<View>(answer)), stop);
    }

    private async Task<Modal> AskAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (await OpenSop.FindAsync(payload, SopActions.AskForReview, context, stop) is not { } shelved) return SopModal.Gone();
        var authority = await authorities.OfAsync(context.Unit, context.Workspace, payload.Actor.User, stop);
        if (authority.May(Deed.AskForReview, shelved.Sop.SpaceId.Value) is Clearance.Refused refused)
            return SopModal.Render(shelved, await Refusal.WordsAsync(context, authorities, refused, stop));
        var draft = shelved.Draft is { } shown ? await context.Unit.Db.Drafts.FirstOrDefaultAsync(one => one.DraftId == shown.DraftId && one.State == DraftState.Found, stop) : null;
        if (draft is null) return SopModal.Render(shelved, Mrkdwn.Of($"Its approvers were asked already."));
        var asked = await sending.SendAsync(context.Unit, draft, shelved.Sop.SpaceId, context.Now, stop);
        return SopModal.Render(shelved with { Draft = draft }, asked.Count > 0 ? Asked(asked) : await NobodyAsync(shelved, context, stop));
    }

    private static Mrkdwn Asked(IReadOnlyList<UserId> asked) => Mrkdwn.Of($"*Asked for a decision:* {Mrkdwn.Join(Mrkdwn.Of($", "), [.. asked.Select(one => Mrkdwn.Of($"{one}"))], 5)}.");

    /// <summary>It waits all the same: whoever approves one day finds it.</summary>
    private async Task<Mrkdwn> NobodyAsync(Shelved shelved, SlackContext context, CancellationToken stop) =>
        await authorities.WithAsync(context.Unit, context.Workspace, shelved.Sop.SpaceId, Role.Approver, stop) is []
            ? Mrkdwn.Of($"*Nobody was asked:* nobody approves in its space. An admin makes somebody an approver with `/sop settings`; they will find it on my Home.")
            : Mrkdwn.Of($"*Nobody was asked:* no approver of its space may read all that it was mined from. Invite one to those channels; they will find it on my Home.");
}
