using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Everything that a card says of a draft.</summary>
/// <param name="Before">The version in force; null where there is none.</param>
/// <param name="Sources">The channels that it was mined from.</param>
internal sealed record UnderReview(SopRow Sop, DraftRow Draft, Procedure Procedure, Procedure? Before, IReadOnlyList<ChannelRow> Sources)
{
    public DraftKey Key => new(Draft.DraftId, Draft.Revision);

    /// <summary>Not everybody in the workspace may read all that it was mined from.</summary>
    public bool IsFromClosed => IsFromFile || Sources.Any(channel => channel.Kind != ChannelKind.Public);

    /// <summary>Its cases come from a file that was brought into its space.</summary>
    public bool IsFromFile { get; init; }

    /// <summary>In a viewer's scope: null where the viewer may not see it, or it is gone.</summary>
    public static async Task<UnderReview?> FindAsync(UnitOfWork unit, DraftId id, CancellationToken stop)
    {
        var draft = await unit.Db.Drafts.AsNoTracking().FirstOrDefaultAsync(one => one.DraftId == id, stop);
        if (draft is null || await unit.Db.Sops.AsNoTracking().FirstOrDefaultAsync(one => one.SopId == draft.SopId, stop) is not { } sop) return null;
        var before = sop.Version is { } version
            ? await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId && one.Version == version).Select(one => one.Body).FirstOrDefaultAsync(stop)
            : null;
        var places = await unit.Db.SopSources.Where(one => one.SopId == sop.SopId).Select(one => one.Place.Value).ToListAsync(stop);
        var sources = (await unit.Db.Channels.AsNoTracking().ToListAsync(stop)).Where(channel => places.Contains(channel.ChannelId.Value)).OrderBy(channel => channel.Name, StringComparer.Ordinal).ToList();
        return new(sop, draft, ProcedureFormat.Read(draft.Body), before is null ? null : ProcedureFormat.Read(before), sources) { IsFromFile = places.Exists(place => new EvidencePlace(place).Channel is null) && draft.Kind != DraftKind.Imported };
    }

    public static async Task<UnderReview?> FindAsync(UnitOfWork unit, Scope.Viewer viewer, DraftId id, CancellationToken stop)
    {
        await unit.EnterAsync(viewer, stop);
        var found = await FindAsync(unit, id, stop);
        await unit.EnterAsync(new Scope.Miner(viewer.Workspace), stop);
        return found;
    }
}
