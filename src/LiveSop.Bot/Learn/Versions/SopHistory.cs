using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>What became of a procedure.</summary>
/// <param name="Versions">The newest first.</param>
/// <param name="Open">Drafts that nobody has decided on, the newest first.</param>
/// <param name="Ended">Drafts that became no version, the last first.</param>
internal sealed record SopHistory(SopRow Sop, IReadOnlyList<SopVersionRow> Versions, IReadOnlyList<DraftRow> Open, IReadOnlyList<DraftRow> Ended)
{
    /// <summary>In a viewer's scope, of a procedure that they may read.</summary>
    public static async Task<SopHistory> OfAsync(UnitOfWork unit, SopRow sop, CancellationToken stop)
    {
        var versions = await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId).OrderByDescending(one => one.Version).ToListAsync(stop);
        var drafts = await unit.Db.Drafts.AsNoTracking().Where(one => one.SopId == sop.SopId && one.State != DraftState.Approved).OrderByDescending(one => one.CreatedAt).ToListAsync(stop);
        return new(sop, versions, [.. drafts.Where(IsOpen)], [.. drafts.Where(one => !IsOpen(one)).OrderByDescending(one => one.DecidedAt ?? one.CreatedAt)]);
    }

    private static bool IsOpen(DraftRow draft) => draft.State is DraftState.Found or DraftState.Waiting;
}
