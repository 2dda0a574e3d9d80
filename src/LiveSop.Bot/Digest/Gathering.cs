using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Digest;

/// <summary>Gathers what concerns a person, for their digest and for Home. All of it is read in their own scope: what they lost sight of is not there.</summary>
internal sealed class Gathering(Authorities authorities)
{
    /// <param name="since">What came into force before then is no news.</param>
    public async Task<Concerns> OfAsync(UnitOfWork unit, Scope.Viewer viewer, DateTimeOffset since, DateTimeOffset now, CancellationToken stop)
    {
        var authority = await authorities.OfAsync(unit, viewer.Workspace, viewer.User, stop);
        await unit.EnterAsync(viewer, stop);
        var sops = await unit.Db.Sops.AsNoTracking().ToDictionaryAsync(one => one.SopId, stop);
        var concerns = new Concerns(
            await DecisionsAsync(unit, sops, authority, stop), await ChangesAsync(unit, viewer, sops, since, stop),
            await AgeingTalk.OfAsync(unit, viewer, now, stop), await RecurringAsync(unit, sops, stop));
        await unit.EnterAsync(new Scope.Miner(viewer.Workspace), stop);
        return concerns;
    }

    private static async Task<IReadOnlyList<UnderReview>> DecisionsAsync(UnitOfWork unit, Dictionary<SopId, SopRow> sops, Authority authority, CancellationToken stop)
    {
        var waiting = await unit.Db.Drafts.AsNoTracking().Where(one => one.State == DraftState.Waiting).ToListAsync(stop);
        var found = new List<UnderReview>();
        foreach (var draft in waiting.OrderByDescending(one => one.Kind == DraftKind.Revision).ThenBy(one => one.CreatedAt).ThenBy(one => one.DraftId.Value))
            if (sops.TryGetValue(draft.SopId, out var sop) && authority.May(Deed.Decide, sop.SpaceId.Value) is Clearance.Granted
                && await UnderReview.FindAsync(unit, draft.DraftId, stop) is { } one) found.Add(one);
        return found;
    }

    /// <summary>Of a procedure that changed twice, how it is now.</summary>
    private static async Task<IReadOnlyList<InForce>> ChangesAsync(UnitOfWork unit, Scope.Viewer viewer, Dictionary<SopId, SopRow> sops, DateTimeOffset since, CancellationToken stop)
    {
        var versions = await unit.Db.SopVersions.AsNoTracking().Where(one => one.ApprovedAt > since && one.ApprovedBy != viewer.User).ToListAsync(stop);
        return
        [
            .. versions.OrderByDescending(one => one.ApprovedAt).ThenByDescending(one => one.Version).DistinctBy(one => one.SopId)
                .Where(one => sops.GetValueOrDefault(one.SopId) is { State: SopState.Published }).Select(one => new InForce(sops[one.SopId], one)),
        ];
    }

    private static async Task<IReadOnlyList<Recurring>> RecurringAsync(UnitOfWork unit, Dictionary<SopId, SopRow> sops, CancellationToken stop)
    {
        var drafts = await unit.Db.Drafts.AsNoTracking().Where(one => one.State == DraftState.Found && one.Kind == DraftKind.Mined).ToListAsync(stop);
        return
        [
            .. drafts.Where(one => sops.GetValueOrDefault(one.SopId) is { State: SopState.Draft })
                .Select(one => new Recurring(sops[one.SopId], ProcedureFormat.Read(one.Body).Cases, one.CreatedAt))
                .OrderByDescending(one => one.Cases).ThenBy(one => one.Sop.Number),
        ];
    }
}
