using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>
/// Keeps what mining found as drafts. Known by its cases: what is a procedure already stays as people approved it (drift looks after that), a draft that
/// nobody has touched is brought up to date, and what was rejected does not come back.
/// </summary>
internal sealed class KeepFindings(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now)
{
    /// <summary>Of the cases of the smaller one: from then on two procedures are the same.</summary>
    private const double SameFrom = 0.5;

    /// <summary>Where was looked this time, if not in all that the findings may be known from: a draft that was mined from more stays as it is. Null for all.</summary>
    public IReadOnlyList<EvidencePlace>? Looked { get; init; }

    /// <summary>The space that a file was brought into: everything found in it belongs there. Null where it was found in channels.</summary>
    public SpaceId? ImportedInto { get; init; }

    /// <summary>Looks whether the cases of a procedure in force still follow it; null where nobody watches.</summary>
    public Func<SopRow, DiscoveredSop, Task>? WatchAsync { get; init; }

    /// <param name="readers">Whoever may read all of these places may know of what is kept: what was mined from others too counts as another procedure.</param>
    /// <returns>Those that people may look at, in the order found.</returns>
    public async Task<IReadOnlyList<Kept>> KeepAsync(IReadOnlyList<DiscoveredSop> found, IReadOnlyList<EvidencePlace> readers, CancellationToken stop)
    {
        await SopNumbers.LockAsync(unit, workspace, stop);
        await Spaces.EnsureDefaultAsync(unit, workspace, now, stop);
        var taken = new HashSet<SopId>();
        var kept = new List<Kept>();
        foreach (var one in found)
        {
            var known = await KnownAsync(one, [.. readers.Select(place => place.Value)], taken, stop);
            if (known is not null) taken.Add(known.SopId);
            if (await KeepAsync(one, known, stop) is { } shown) kept.Add(shown);
        }
        return kept;
    }

    private async Task<Kept?> KeepAsync(DiscoveredSop found, SopRow? known, CancellationToken stop)
    {
        switch (known?.State)
        {
            case null:
                return new(await AddAsync(found, stop), MinedProcedure.Of(found), IsNew: true);
            case SopState.Draft:
                await RefreshAsync(known, found, stop);
                return new(known, MinedProcedure.Of(found), IsNew: false);
            case SopState.Published:
                if (WatchAsync is not null) await WatchAsync(known, found);
                return new(known, MinedProcedure.Of(found), IsNew: false);
            default:
                return null;
        }
    }

    private async Task<SopRow?> KnownAsync(DiscoveredSop found, string[] readers, HashSet<SopId> taken, CancellationToken stop)
    {
        var cases = found.Solved.Select(one => one.Id).ToArray();
        var shared = await unit.ReadAsync("""
            SELECT sop_id, count(*)::int, (SELECT count(*)::int FROM sop_cases o WHERE o.workspace_id = $1 AND o.sop_id = c.sop_id)
            FROM sop_cases c JOIN sops s USING (workspace_id, sop_id)
            WHERE workspace_id = $1 AND case_id = ANY($2)
              AND (s.audience = 'workspace' OR NOT EXISTS (SELECT FROM sop_sources o WHERE o.workspace_id = $1 AND o.sop_id = c.sop_id AND o.place <> ALL($3)))
            GROUP BY sop_id
            """, row => (Sop: new SopId(row.GetGuid(0)), Shared: row.GetInt32(1), All: row.GetInt32(2)), stop, workspace.Value, cases, readers);
        var same = shared.Where(one => !taken.Contains(one.Sop) && one.Shared >= SameFrom * Math.Min(one.All, cases.Length))
            .OrderByDescending(one => one.Shared).ThenBy(one => one.Sop.Value).Select(one => (SopId?)one.Sop).FirstOrDefault();
        if (same is { } id) return await unit.Db.Sops.FirstOrDefaultAsync(one => one.SopId == id, stop);
        // Cases are forgotten in time; what was rejected by that name stays rejected.
        var title = Title(found);
        return await unit.Db.Sops.Where(one => one.State == SopState.Rejected && one.Title == title).OrderBy(one => one.Number).FirstOrDefaultAsync(stop);
    }

    private async Task<SopRow> AddAsync(DiscoveredSop found, CancellationToken stop)
    {
        var sop = new SopRow
        {
            WorkspaceId = workspace,
            SopId = new(Guid.CreateVersion7(now)),
            Number = await SopNumbers.NextAsync(unit, workspace, stop),
            SpaceId = await SpaceAsync(found, stop),
            Title = Title(found),
            State = SopState.Draft,
            Audience = ImportedInto is null ? SopAudience.Sources : SopAudience.Space,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var draft = new DraftRow
        {
            WorkspaceId = workspace,
            DraftId = new(Guid.CreateVersion7(now)),
            SopId = sop.SopId,
            Kind = DraftKind.Mined,
            State = DraftState.Found,
            Revision = 1,
            Body = Body(found),
            CreatedAt = now,
        };
        unit.Db.AddRange(sop, draft);
        await unit.Db.SaveChangesAsync(stop);
        await SopEvidence.ReplaceAsync(unit, sop, found, PlaceOf, stop);
        return sop;
    }

    /// <summary>What somebody edited, or is to decide on right now, stays as they see it.</summary>
    private async Task RefreshAsync(SopRow sop, DiscoveredSop found, CancellationToken stop)
    {
        var draft = await unit.Db.Drafts.Where(one => one.SopId == sop.SopId).OrderByDescending(one => one.CreatedAt).FirstAsync(stop);
        if (draft is not { Kind: DraftKind.Mined, State: DraftState.Found, EditedBy: null }) return;
        var body = Body(found);
        if (ProcedureFormat.Same(draft.Body, body) || await IsFromElsewhereAsync(sop, stop)) return;
        (draft.Body, draft.Revision) = (body, draft.Revision + 1);
        (sop.Title, sop.UpdatedAt) = (Title(found), now);
        await unit.Db.SaveChangesAsync(stop);
        await SopEvidence.ReplaceAsync(unit, sop, found, PlaceOf, stop);
    }

    private async Task<bool> IsFromElsewhereAsync(SopRow sop, CancellationToken stop) =>
        Looked is { } looked && await unit.Db.SopSources.AnyAsync(one => one.SopId == sop.SopId && !looked.Contains(one.Place), stop);

    private EvidencePlace PlaceOf(string place) => ImportedInto is { } space ? EvidencePlace.Of(space) : new(place);

    /// <summary>That of the channel which most of its cases come from.</summary>
    private async Task<SpaceId> SpaceAsync(DiscoveredSop found, CancellationToken stop)
    {
        if (ImportedInto is { } space) return space;
        var place = found.Solved.CountBy(one => one.Place).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).First().Key;
        return await Spaces.OfAsync(unit, workspace, new ChannelId(place), stop);
    }

    private static string Title(DiscoveredSop found) => MinedProcedure.Of(found).Title;

    private static string Body(DiscoveredSop found) => ProcedureFormat.Write(MinedProcedure.Of(found));
}
