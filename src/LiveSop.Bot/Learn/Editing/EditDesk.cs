using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>Somebody's working copy of a procedure.</summary>
/// <param name="Row">Tracked.</param>
/// <param name="IsResumed">They had begun before, and not saved.</param>
internal sealed record OnDesk(SopRow Sop, EditRow Row, Procedure Copy, bool IsResumed)
{
    public EditKey Key => new(Sop.SopId, Row.DraftId);

    public OnDesk With(Procedure copy, DateTimeOffset now)
    {
        (Row.Body, Row.UpdatedAt) = (ProcedureFormat.Write(copy), now);
        return this with { Copy = copy };
    }
}

/// <summary>Working copies, kept with every press, so that a closed modal or a crash loses nothing. Who may edit is asked each time.</summary>
internal sealed class EditDesk(Authorities authorities)
{
    /// <summary>Either the copy, or why there is none.</summary>
    internal sealed record Laid(OnDesk? Desk, Mrkdwn? Refusal);

    private static readonly Mrkdwn gone = Mrkdwn.Of($"This procedure is not there any more, or you may no longer read all that it was mined from. Nothing was changed.");

    /// <summary>The open draft of a procedure, else a new one of its version in force.</summary>
    public async Task<Laid> BeginAsync(SlackContext context, UserId user, SopId id, CancellationToken stop)
    {
        var (sop, refusal) = await SopAsync(context, user, id, stop);
        if (sop is null) return new(null, refusal);
        var draft = await context.Unit.Db.Drafts.AsNoTracking().Where(one => one.SopId == id && (one.State == DraftState.Found || one.State == DraftState.Waiting)).OrderByDescending(one => one.CreatedAt).FirstOrDefaultAsync(stop);
        var version = sop.Version is { } number ? await context.Unit.Db.SopVersions.AsNoTracking().FirstOrDefaultAsync(one => one.SopId == id && one.Version == number, stop) : null;
        if ((draft?.Body ?? version?.Body) is not { } body) return new(null, gone);
        return new(await LayAsync(context, user, sop, (draft?.DraftId ?? await OwnAsync(context, user, sop, stop), draft?.Revision ?? 0, body), stop), null);
    }

    /// <summary>The copy of a modal that is open.</summary>
    public async Task<Laid> ResumeAsync(SlackContext context, UserId user, EditKey key, CancellationToken stop)
    {
        var (sop, refusal) = await SopAsync(context, user, key.Sop, stop);
        if (sop is null) return new(null, refusal);
        return await context.Unit.Db.Edits.FirstOrDefaultAsync(one => one.DraftId == key.Draft && one.UserId == user, stop) is { } row
            ? new(new(sop, row, ProcedureFormat.Read(row.Body), IsResumed: true), null)
            : new(null, Mrkdwn.Of($"What you were editing was saved, decided or thrown away meanwhile. Close this and press *Edit* again to go on from how it is now."));
    }

    private async Task<(SopRow? Sop, Mrkdwn? Refusal)> SopAsync(SlackContext context, UserId user, SopId id, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var isVisible = await context.Unit.Db.Sops.AnyAsync(one => one.SopId == id && (one.State == SopState.Draft || one.State == SopState.Published), stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        if (!isVisible || await context.Unit.Db.Sops.FirstOrDefaultAsync(one => one.SopId == id, stop) is not { } sop) return (null, gone);
        var authority = await authorities.OfAsync(context.Unit, context.Workspace, user, stop);
        return authority.May(Deed.Edit, sop.SpaceId.Value) is Clearance.Refused refused ? (null, await Refusal.WordsAsync(context, authorities, refused, stop)) : (sop, null);
    }

    /// <summary>The draft that they began of this version and have not saved, else a fresh one.</summary>
    private static async Task<DraftId> OwnAsync(SlackContext context, UserId user, SopRow sop, CancellationToken stop)
    {
        var begun = await context.Unit.ReadAsync("""
            SELECT draft_id FROM edits e WHERE workspace_id = $1 AND user_id = $2 AND base_revision = 0 AND base = (SELECT body FROM sop_versions v WHERE v.workspace_id = $1 AND v.sop_id = $3 AND v.version = $4)
            ORDER BY updated_at DESC LIMIT 1
            """, row => row.GetGuid(0), stop, context.Workspace.Value, user.Value, sop.SopId.Value, sop.Version ?? 0);
        return new(begun is [var own] ? own : Guid.CreateVersion7(context.Now));
    }

    private static async Task<OnDesk> LayAsync(SlackContext context, UserId user, SopRow sop, (DraftId Id, int Revision, string Body) draft, CancellationToken stop)
    {
        var row = await context.Unit.Db.Edits.FirstOrDefaultAsync(one => one.DraftId == draft.Id && one.UserId == user, stop);
        // Untouched since they began, and the draft went on: nothing of theirs would be lost.
        if (row is not null && ProcedureFormat.Same(row.Base, row.Body)) (row.BaseRevision, row.Base, row.Body) = (draft.Revision, draft.Body, draft.Body);
        var isResumed = row is not null && !ProcedureFormat.Same(row.Base, row.Body);
        if (row is null) context.Unit.Db.Add(row = new EditRow { WorkspaceId = context.Workspace, DraftId = draft.Id, UserId = user, BaseRevision = draft.Revision, Base = draft.Body, Body = draft.Body, UpdatedAt = context.Now });
        await context.Unit.Db.SaveChangesAsync(stop);
        return new(sop, row, ProcedureFormat.Read(row.Body), isResumed);
    }
}
