using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>Keeps one thread as a draft: one for each thread, however many save it, and however often; none where it is a case of a procedure already.</summary>
internal sealed class KeepCapture(UnitOfWork unit, Scope.Viewer saver, DateTimeOffset now)
{
    public async Task<Modal> KeepAsync(ThreadId thread, DiscoveredSop found, DraftId id, CancellationToken stop)
    {
        await SopNumbers.LockAsync(unit, saver.Workspace, stop);
        await Spaces.EnsureDefaultAsync(unit, saver.Workspace, now, stop);
        if (await unit.Db.Drafts.AnyAsync(one => one.DraftId == id, stop)) return await ShowAsync(await SopOfAsync(id, stop), again: false, stop);
        var talk = thread.ToString();
        var known = await unit.Db.Sops.Where(one => (one.State == SopState.Published || one.State == SopState.Draft) && unit.Db.SopCases.Any(of => of.SopId == one.SopId && of.CaseId == talk))
            .OrderByDescending(one => one.State).ThenBy(one => one.Number).ToListAsync(stop);
        foreach (var sop in known)
            if (await unit.Db.Drafts.FirstOrDefaultAsync(one => one.SopId == sop.SopId && one.Kind == DraftKind.Captured && one.State == DraftState.Found && one.EditedBy == null, stop) is { } draft)
                return await RenewAsync(sop, draft, found, stop);
        if (known is [var first, ..] && await VisibleAsync(first.SopId, stop) is { } visible) return CaptureModal.KnownAlready(visible);
        return await AddAsync(thread, found, id, stop);
    }

    private async Task<Modal> RenewAsync(SopRow sop, DraftRow draft, DiscoveredSop found, CancellationToken stop)
    {
        var procedure = MinedProcedure.Of(found);
        (draft.Body, draft.Revision, sop.Title, sop.UpdatedAt) = (ProcedureFormat.Write(procedure), draft.Revision + 1, procedure.Title, now);
        await unit.Db.SaveChangesAsync(stop);
        await SopEvidence.ReplaceAsync(unit, sop, found, stop);
        return await ShowAsync(sop.SopId, again: true, stop);
    }

    private async Task<Modal> AddAsync(ThreadId thread, DiscoveredSop found, DraftId id, CancellationToken stop)
    {
        var procedure = MinedProcedure.Of(found);
        var sop = new SopRow
        {
            WorkspaceId = saver.Workspace,
            SopId = new(Guid.CreateVersion7(now)),
            Number = await SopNumbers.NextAsync(unit, saver.Workspace, stop),
            SpaceId = await Spaces.OfAsync(unit, saver.Workspace, thread.Channel, stop),
            Title = procedure.Title,
            State = SopState.Draft,
            Audience = SopAudience.Sources,
            CreatedAt = now,
            UpdatedAt = now,
        };
        unit.Db.AddRange(sop, new DraftRow
        {
            WorkspaceId = saver.Workspace,
            DraftId = id,
            SopId = sop.SopId,
            Kind = DraftKind.Captured,
            State = DraftState.Found,
            Revision = 1,
            Body = ProcedureFormat.Write(procedure),
            CreatedBy = saver.User,
            CreatedAt = now,
        });
        await unit.Db.SaveChangesAsync(stop);
        await SopEvidence.ReplaceAsync(unit, sop, found, stop);
        return await ShowAsync(sop.SopId, again: false, stop);
    }

    private async Task<SopId> SopOfAsync(DraftId id, CancellationToken stop) => await unit.Db.Drafts.Where(one => one.DraftId == id).Select(one => one.SopId).FirstAsync(stop);

    private async Task<Modal> ShowAsync(SopId sop, bool again, CancellationToken stop) =>
        await VisibleAsync(sop, stop) is { } saved ? CaptureModal.Saved(saved, saver.User, again) : SopModal.Gone();

    private async Task<Shelved?> VisibleAsync(SopId sop, CancellationToken stop)
    {
        await unit.EnterAsync(saver, stop);
        var found = await Shelf.FindAsync(unit, sop, stop);
        await unit.EnterAsync(new Scope.Miner(saver.Workspace), stop);
        return found;
    }
}
