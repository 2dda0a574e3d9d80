using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Memory;

/// <summary>An incident that is like what was looked for.</summary>
/// <param name="Request">What was asked; people's text.</param>
/// <param name="Took">From the request to its last message; null where that is not known.</param>
internal sealed record PastIncident(ChannelId Channel, MessageTs? Thread, string Request, IncidentEnd Ended, TimeSpan? Took, DateTimeOffset OpenedAt);

/// <summary>Finds what was asked before, by meaning and by words, as far as the scope may read it.</summary>
internal sealed class SimilarIncidents(Meanings meanings)
{
    /// <summary>So many are looked at, of which some are left out.</summary>
    private const int MostLookedAt = 40;

    /// <param name="unit">In any scope of a workspace.</param>
    /// <param name="except">The thread that it is asked of; null for none.</param>
    /// <param name="within">In these channels alone; null for all that the scope may read.</param>
    /// <returns>The likest first.</returns>
    public async Task<IReadOnlyList<PastIncident>> FindAsync(UnitOfWork unit, string text, ThreadId? except, IReadOnlySet<ChannelId>? within, int most, CancellationToken stop)
    {
        var hits = await IncidentSearch.FindAsync(unit, new(text, await meanings.TryAsync(text, stop), meanings.Model, MostLookedAt), stop);
        var wanted = hits.Where(hit => (within is null || within.Contains(hit.Channel)) && !(except is { } own && hit.Channel == own.Channel && hit.Thread == own.Ts)).Take(most).ToList();
        var ids = wanted.ConvertAll(hit => hit.IncidentId);
        var rows = await unit.Db.Incidents.AsNoTracking().Where(one => ids.Contains(one.IncidentId)).Select(one => new { one.IncidentId, one.Request, one.Ended }).ToDictionaryAsync(one => one.IncidentId, stop);
        return [.. wanted.Where(hit => rows.ContainsKey(hit.IncidentId)).Select(hit => new PastIncident(hit.Channel, hit.Thread, rows[hit.IncidentId].Request, rows[hit.IncidentId].Ended, hit.ClosedAt - hit.OpenedAt, hit.OpenedAt))];
    }
}
