using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>
/// “Save”: the working copy becomes the draft. Where somebody saved meanwhile, both are put together; what cannot be is shown to whoever came second, and
/// nothing that either typed is lost.
/// </summary>
internal sealed class SaveDraft(EditDesk desk, SendForReview sending) : ISlackHandler<SlackPayload.ViewSubmission>
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
        var content = laid.Desk is { } one ? await SaveAsync(ChangeSteps.Typed(one, payload.View, context), context, stop) : EditModal.Say(laid.Refusal!);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private async Task<Modal> SaveAsync(OnDesk one, SlackContext context, CancellationToken stop)
    {
        var locked = await context.Unit.ReadAsync("SELECT revision FROM drafts WHERE workspace_id = $1 AND draft_id = $2 FOR UPDATE", row => row.GetInt32(0), stop, context.Workspace.Value, one.Row.DraftId.Value);
        var draft = locked.Count == 0 ? null : await context.Unit.Db.Drafts.FirstAsync(row => row.DraftId == one.Row.DraftId, stop);
        if (draft is { State: not (DraftState.Found or DraftState.Waiting) }) return EditModal.Say(Mrkdwn.Of($"Somebody decided on this draft while you were editing. Your changes are kept: close this and press *Edit* on the procedure to see how it is now, then make them there."));
        if (Changes.Between(ProcedureFormat.Read(one.Row.Base), one.Copy).Count == 0 && ProcedureFormat.Same(one.Row.Base, ProcedureFormat.Write(one.Copy))) return EditModal.Say(Mrkdwn.Of($"Nothing was changed, so nothing was saved."));
        var origin = ProcedureFormat.Read(one.Row.Base);
        if (draft is not null && draft.Revision != one.Row.BaseRevision && Merge.Of(origin, one.Copy, ProcedureFormat.Read(draft.Body)) is { } merged)
        {
            if (merged.Conflicts.Count > 0) return Ask(one, draft, merged, context);
            return await StoreAsync(one.With(merged.Procedure, context.Now), draft, Mrkdwn.Of($"{By(draft)} saved this draft while you were editing. Your changes and theirs touch different things, so both are in it now."), context, stop);
        }
        return await StoreAsync(one, draft, Mrkdwn.Of($"*Saved.*"), context, stop);
    }

    /// <summary>The second is told, sees theirs, and finds every word of their own above it.</summary>
    private static Modal Ask(OnDesk one, DraftRow draft, Merged merged, SlackContext context)
    {
        (one.Row.Base, one.Row.BaseRevision) = (draft.Body, draft.Revision);
        var lines = merged.Conflicts.Select(conflict => Mrkdwn.Of($"• {(UntrustedText)conflict.What}: you wrote “{(UntrustedText)conflict.Mine}”, they “{(UntrustedText)conflict.Theirs}”")).ToList();
        var notice = Mrkdwn.Of($":warning: {By(draft)} saved this draft while you were editing, and you both changed the same. Below stands theirs, with your other changes. Nothing is saved yet; take over what you want and press *Save*.\n{Mrkdwn.Join(Mrkdwn.Of($"\n"), lines, 10)}");
        return EditModal.Render(one.With(merged.Procedure, context.Now) with { IsResumed = false }, notice);
    }

    private async Task<Modal> StoreAsync(OnDesk one, DraftRow? draft, Mrkdwn done, SlackContext context, CancellationToken stop)
    {
        if (draft is null) context.Unit.Db.Add(draft = New(one, context));
        else (draft.Body, draft.Revision, draft.EditedBy, draft.BaseVersion) = (ProcedureFormat.Write(one.Copy), draft.Revision + 1, one.Row.UserId, one.Sop.Version);
        if (one.Sop.State == SopState.Draft) one.Sop.Title = one.Copy.Title;
        one.Sop.UpdatedAt = context.Now;
        context.Unit.Db.Remove(one.Row);
        await context.Unit.Db.SaveChangesAsync(stop);
        var asked = draft.State == DraftState.Waiting || draft.Kind == DraftKind.Edited ? await sending.SendAsync(context.Unit, draft, one.Sop.SpaceId, context.Now, stop) : null;
        var next = asked switch
        {
            null => Mrkdwn.Of($"Press *Ask for review* when it is ready."),
            [] => Mrkdwn.Of($"No approver of its space may read all that it was mined from, so nobody was asked."),
            _ => Mrkdwn.Of($"Waiting for a decision of {Mrkdwn.Join(Mrkdwn.Of($", "), [.. asked.Select(user => Mrkdwn.Of($"{user}"))], 5)}."),
        };
        return SopModal.Render(new Shelved(one.Sop, one.Copy, draft), Mrkdwn.Of($"{done} {next}"));
    }

    private static DraftRow New(OnDesk one, SlackContext context) => new()
    {
        WorkspaceId = context.Workspace,
        DraftId = one.Row.DraftId,
        SopId = one.Sop.SopId,
        Kind = DraftKind.Edited,
        State = DraftState.Found,
        BaseVersion = one.Sop.Version,
        Revision = 1,
        Body = ProcedureFormat.Write(one.Copy),
        CreatedBy = one.Row.UserId,
        CreatedAt = context.Now,
        EditedBy = one.Row.UserId,
    };

    private static Mrkdwn By(DraftRow draft) => draft.EditedBy is { } by ? Mrkdwn.Of($"{by}") : Mrkdwn.Of($"Somebody");
}
