using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Drift;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Watching;

/// <summary>
/// Looks whether the cases solved since still follow the version in force. What was edited or deleted in Slack is as if it had always been so: each look begins
/// anew from the messages. Where the team works differently for good, the smallest revision goes before the approvers.
/// </summary>
internal sealed class WatchSop(SendForReview sending)
{
    /// <summary>Of a case that goes on nobody knows yet what was left out.</summary>
    public static readonly TimeSpan QuietWhenSolved = TimeSpan.FromHours(12);

    /// <param name="sop">Tracked, and in force.</param>
    /// <param name="family">The incidents of its kind, those that it was mined from among them.</param>
    public async Task LookAsync(UnitOfWork unit, SopRow sop, IReadOnlyList<Incident> family, DateTimeOffset now, CancellationToken stop)
    {
        var version = await unit.Db.SopVersions.AsNoTracking().FirstAsync(one => one.SopId == sop.SopId && one.Version == sop.Version, stop);
        var evidence = await unit.Db.Evidence.AsNoTracking().Where(one => one.SopId == sop.SopId).ToListAsync(stop);
        var drafts = await unit.Db.Drafts.Where(one => one.SopId == sop.SopId && one.Kind == DraftKind.Revision).OrderBy(one => one.CreatedAt).ToListAsync(stop);
        var usualFrom = DriftMemory.Read(drafts.Find(one => one.DraftId == version.DraftId)?.Drift)?.Since ?? DateTimeOffset.MinValue;
        var solved = family.Where(one => now - one.Messages[^1].At >= QuietWhenSolved).ToList();
        if (Watched.Of(ProcedureFormat.Read(version.Body), evidence, solved, usualFrom, version.ApprovedAt) is not { } watched) return;
        await LiveCases.KeepAsync(unit, sop, watched, stop);
        var rejected = drafts.Where(one => one.BaseVersion == sop.Version && one.State == DraftState.Rejected)
            .SelectMany(one => DriftMemory.Read(one.Drift)?.Decisions(Verdict.Rejected, watched.Number) ?? []).ToList();
        if (watched.Look(rejected) is DriftState.Shifted shifted) await ProposeAsync(unit, sop, watched, shifted.Revision, now, stop);
    }

    private async Task ProposeAsync(UnitOfWork unit, SopRow sop, Watched watched, Revision revision, DateTimeOffset now, CancellationToken stop)
    {
        var others = watched.Match.Others;
        if (watched.Procedure.Apply(RevisionText.Edits(revision, watched.Procedure, others)) is not Edited.Done { Procedure: var revised }) return;
        if (Changes.Between(watched.Procedure, revised).Count == 0) return;
        var first = watched.Since.Where(one => revision.Reasons.Any(reason => reason.Cases.Contains(one.Id))).Select(one => (DateTimeOffset?)one.OpenedAt).Min() ?? now;
        var why = string.Join(' ', revision.Reasons.Select(reason => RevisionText.Sentence(reason, watched.Procedure, others)));
        var memory = DriftMemory.Of(revision, watched.Name, first).Write();
        var open = await unit.Db.Drafts.FirstOrDefaultAsync(one => one.SopId == sop.SopId && (one.State == DraftState.Found || one.State == DraftState.Waiting), stop);
        // What people are at is theirs: it is decided first.
        if (open is not null && (open is not { Kind: DraftKind.Revision, EditedBy: null } || ProcedureFormat.Same(open.Body, ProcedureFormat.Write(revised)))) return;
        if (open is null) unit.Db.Add(open = New(sop, revised, now));
        else (open.Body, open.Revision) = (ProcedureFormat.Write(revised), open.Revision + 1);
        (open.Reason, open.Drift) = (why, memory);
        await unit.Db.SaveChangesAsync(stop);
        await LiveCases.ShowAsync(unit, sop, watched, revised, stop);
        await sending.SendAsync(unit, open, sop.SpaceId, now, stop);
    }

    private static DraftRow New(SopRow sop, Procedure revised, DateTimeOffset now) => new()
    {
        WorkspaceId = sop.WorkspaceId,
        DraftId = new(Guid.CreateVersion7(now)),
        SopId = sop.SopId,
        Kind = DraftKind.Revision,
        State = DraftState.Found,
        BaseVersion = sop.Version,
        Revision = 1,
        Body = ProcedureFormat.Write(revised),
        CreatedAt = now,
    };
}
