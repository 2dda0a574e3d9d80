using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>
/// “Save”: the working copy becomes the draft. Where somebody saved meanwhile, both are put together; what cannot be is shown to whoever came second, and
/// nothing that either typed is lost.
/// </summary>
internal sealed class SaveDraft(EditDesk desk, KeepDraft keeping) : ISlackHandler<SlackPayload.ViewSubmission>
{
    public static SubmissionAnswer Answer(SlackPayload.ViewSubmission submitted) => EditModal.Form.Of(submitted.View) switch
    {
        { Title: var title } when string.IsNullOrWhiteSpace(title) => new SubmissionAnswer.Errors(new Dictionary<string, string> { [nameof(EditModal.Form.Title)] = "A procedure needs a title." }),
        { Trigger: var trigger } when string.IsNullOrWhiteSpace(trigger) => new SubmissionAnswer.Errors(new Dictionary<string, string> { [nameof(EditModal.Form.Trigger)] = "Say when it applies, in one sentence." }),
        _ => new SubmissionAnswer.Update(EditModal.Saving()),
    };

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        if (EditKey.Of(payload.View.PrivateMetadata) is not { } key) return;
        var laid = await desk.ResumeAsync(context, payload.Actor.User, key, stop);
        var content = laid.Desk is { } one ? Render(await keeping.KeepAsync(ChangeSteps.Typed(one, payload.View, context), context, stop)) : EditModal.Say(laid.Refusal!);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private static Modal Render(DraftKept kept) => kept switch
    {
        DraftKept.Decided => EditModal.Say(Mrkdwn.Of($"Somebody decided on this draft while you were editing. Your changes are kept: close this and press *Edit* on the procedure to see how it is now, then make them there.")),
        DraftKept.Unchanged => EditModal.Say(Mrkdwn.Of($"Nothing was changed, so nothing was saved.")),
        DraftKept.Conflicting both => EditModal.Render(both.Desk, Notice(both)),
        DraftKept.Saved saved => SopModal.Render(new Shelved(saved.Desk.Sop, saved.Desk.Copy, saved.Draft), Mrkdwn.Of($"{Done(saved)} {KeepDraft.Next(saved)}")),
        _ => throw new InvalidOperationException(kept.GetType().Name),
    };

    /// <summary>The second is told, sees theirs, and finds every word of their own above it.</summary>
    private static Mrkdwn Notice(DraftKept.Conflicting both) => Mrkdwn.Of(
        $":warning: {KeepDraft.By(both.By)} saved this draft while you were editing, and you both changed the same. Below stands theirs, with your other changes. Nothing is saved yet; take over what you want and press *Save*.\n{KeepDraft.Lines(both.Conflicts)}");

    private static Mrkdwn Done(DraftKept.Saved saved) => saved.With is { } other
        ? Mrkdwn.Of($"{other} saved this draft while you were editing. Your changes and theirs touch different things, so both are in it now.")
        : Mrkdwn.Of($"*Saved.*");
}
