using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Cases that were like a request, as far as those may read them who are shown them.</summary>
internal sealed class PastCases(SimilarIncidents similar)
{
    private const int Most = 3;

    /// <param name="unit">In the scope of one person.</param>
    public Task<IReadOnlyList<PastCase>> OfViewerAsync(UnitOfWork unit, Request request, CancellationToken stop) => FindAsync(unit, request, null, stop);

    /// <summary>Such as every member of the channel may read: what was said there, and, unless guests read along, what is public.</summary>
    /// <param name="unit">In the workspace's miner scope.</param>
    public async Task<IReadOnlyList<PastCase>> OfChannelAsync(UnitOfWork unit, Request request, bool hasOutsiders, CancellationToken stop)
    {
        var open = hasOutsiders ? [] : await unit.Db.Channels.Where(one => one.Kind == ChannelKind.Public).Select(one => one.ChannelId).ToListAsync(stop);
        return await FindAsync(unit, request, new HashSet<ChannelId>([.. open, request.Channel]), stop);
    }

    private async Task<IReadOnlyList<PastCase>> FindAsync(UnitOfWork unit, Request request, IReadOnlySet<ChannelId>? within, CancellationToken stop)
    {
        var found = await similar.FindAsync(unit, request.Text, request.Thread, within, Most, stop);
        var links = await Permalinks.OfAsync(unit, stop);
        return [.. found.Select(one => IncidentLine.Link(one, links) is { } link ? new PastCase(link, IncidentLine.Ending(one)) : null).OfType<PastCase>()];
    }
}
