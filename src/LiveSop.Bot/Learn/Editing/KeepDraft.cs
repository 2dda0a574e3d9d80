using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>What became of a working copy that was to be saved.</summary>
internal abstract record DraftKept
{
    private DraftKept() { }

    /// <summary>Somebody decided on the draft meanwhile. The copy stays.</summary>
    public sealed record Decided : DraftKept;

    public sealed record Unchanged : DraftKept;

    /// <summary>Somebody saved meanwhile, and both changed the same: nothing was saved.</summary>
    /// <param name="Desk">From now on theirs, with the other changes of the copy.</param>
    public sealed record Conflicting(OnDesk Desk, UserId? By, IReadOnlyList<Conflict> Conflicts) : DraftKept;

    /// <param name="With">Who saved something else meanwhile, which is in it too; null where nobody did.</param>
    /// <param name="Asked">Those who are to decide; null where nobody is to yet, empty where nobody may.</param>
    public sealed record Saved(OnDesk Desk, DraftRow Draft, Mrkdwn? With, IReadOnlyList<UserId>? Asked) : DraftKept;
}

/// <summary>A working copy becomes the draft, in the modal's way or the page's. Where somebody saved meanwhile, both are put together.</summary>
internal sealed class KeepDraft(SendForReview sending)
{
    public async Task<DraftKept> KeepAsync(OnDesk one, SlackContext context, CancellationToken stop)
    {
        var locked = await context.Unit.ReadAsync("SELECT revision FROM drafts WHERE workspace_id = $1 AND draft_id = $2 FOR UPDATE", row => row.GetInt32(0), stop, context.Workspace.Value, one.Row.DraftId.Value);
        var draft = locked.Count == 0 ? null : await context.Unit.Db.Drafts.FirstAsync(row => row.DraftId == one.Row.DraftId, stop);
        if (draft is { State: not (DraftState.Found or DraftState.Waiting) }) return new DraftKept.Decided();
        var origin = ProcedureFormat.Read(one.Row.Base);
        if (Changes.Between(origin, one.Copy).Count == 0 && ProcedureFormat.Same(one.Row.Base, ProcedureFormat.Write(one.Copy))) return new DraftKept.Unchanged();
        if (draft is null || draft.Revision == one.Row.BaseRevision) return await StoreAsync(one, draft, null, context, stop);
        var merged = Merge.Of(origin, one.Copy, ProcedureFormat.Read(draft.Body));
        return merged.Conflicts.Count > 0
            ? Conflicting(one, draft, merged, context)
            : await StoreAsync(one.With(merged.Procedure, context.Now), draft, By(draft.EditedBy), context, stop);
    }

    public static Mrkdwn By(UserId? editor) => editor is { } by ? Mrkdwn.Of($"{by}") : Mrkdwn.Of($"Somebody");

    /// <summary>Who is to decide now, as a sentence.</summary>
    public static Mrkdwn Next(DraftKept.Saved saved) => saved.Asked switch
    {
        null => Mrkdwn.Of($"Press *Ask for review* when it is ready."),
        [] => Mrkdwn.Of($"No approver of its space may read all that it was mined from, so nobody was asked."),
        var asked => Mrkdwn.Of($"Waiting for a decision of {Mrkdwn.Join(Mrkdwn.Of($", "), [.. asked.Select(user => Mrkdwn.Of($"{user}"))], 5)}."),
    };

    /// <summary>What both changed, a line each.</summary>
    public static Mrkdwn Lines(IReadOnlyList<Conflict> conflicts) => Mrkdwn.Join(Mrkdwn.Of($"\n"),
        [.. conflicts.Select(conflict => Mrkdwn.Of($"• {(UntrustedText)conflict.What}: you wrote “{(UntrustedText)conflict.Mine}”, they “{(UntrustedText)conflict.Theirs}”"))], 10);

    private static DraftKept.Conflicting Conflicting(OnDesk one, DraftRow draft, Merged merged, SlackContext context)
    {
        (one.Row.Base, one.Row.BaseRevision) = (draft.Body, draft.Revision);
        return new(one.With(merged.Procedure, context.Now) with { IsResumed = false }, draft.EditedBy, merged.Conflicts);
    }

    private async Task<DraftKept> StoreAsync(OnDesk one, DraftRow? draft, Mrkdwn? with, SlackContext context, CancellationToken stop)
    {
        if (draft is null) context.Unit.Db.Add(draft = New(one, context));
        else (draft.Body, draft.Revision, draft.EditedBy, draft.BaseVersion) = (ProcedureFormat.Write(one.Copy), draft.Revision + 1, one.Row.UserId, one.Sop.Version);
        if (one.Sop.State == SopState.Draft) one.Sop.Title = one.Copy.Title;
        one.Sop.UpdatedAt = context.Now;
        context.Unit.Db.Remove(one.Row);
        await context.Unit.Db.SaveChangesAsync(stop);
        var asked = draft.State == DraftState.Waiting || draft.Kind == DraftKind.Edited ? await sending.SendAsync(context.Unit, draft, one.Sop.SpaceId, context.Now, stop) : null;
        return new DraftKept.Saved(one, draft, with, asked);
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
}
