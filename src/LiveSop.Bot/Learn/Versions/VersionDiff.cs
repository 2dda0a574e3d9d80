using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>What two versions of a procedure differ in.</summary>
internal abstract record VersionDiff
{
    private VersionDiff() { }

    public sealed record Found(SopRow Sop, int From, int To, IReadOnlyList<Change> Changes) : VersionDiff;

    /// <summary>Nothing to compare with: there is one version, or none.</summary>
    /// <param name="Last">0 for none.</param>
    public sealed record TooFew(SopRow Sop, int Last) : VersionDiff;

    public sealed record NoSuchVersion(SopRow Sop, int Version, int Last) : VersionDiff;

    /// <summary>In a viewer's scope, of a procedure that they may read.</summary>
    /// <param name="from">Null for the version before <paramref name="to"/>.</param>
    /// <param name="to">Null for the one in force.</param>
    public static async Task<VersionDiff> OfAsync(UnitOfWork unit, SopRow sop, int? from, int? to, CancellationToken stop)
    {
        var last = await unit.Db.SopVersions.Where(one => one.SopId == sop.SopId).Select(one => (int?)one.Version).MaxAsync(stop) ?? 0;
        var after = to ?? sop.Version ?? last;
        var before = from ?? after - 1;
        if (last < 2) return new TooFew(sop, last);
        if (after < 1 || after > last) return new NoSuchVersion(sop, after, last);
        if (before < 1 || before > last) return new NoSuchVersion(sop, before, last);
        var bodies = await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId && (one.Version == before || one.Version == after)).ToDictionaryAsync(one => one.Version, one => one.Body, stop);
        return new Found(sop, before, after, LiveSop.Domain.Sops.Living.Changes.Between(ProcedureFormat.Read(bodies[before]), ProcedureFormat.Read(bodies[after])));
    }
}
