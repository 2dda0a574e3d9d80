using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Pages;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Cases that were like a request, as far as those may read them who are shown them.</summary>
/// <param name="similar">Null where nobody is answered, as in a checkup.</param>
internal sealed class PastCases(SimilarIncidents? similar)
{
    private const int Most = 3;
    private const int LongestRequest = 70;

    /// <param name="unit">In the scope of one person.</param>
    public Task<IReadOnlyList<PastCase>> OfViewerAsync(UnitOfWork unit, Request request, CancellationToken stop) => FindAsync(unit, request, null, stop);

    /// <summary>Such as every member of the channel may read: what was said there, and, unless guests read along, what is public.</summary>
    /// <param name="unit">In the workspace's miner scope.</param>
    public async Task<IReadOnlyList<PastCase>> OfChannelAsync(UnitOfWork unit, Request request, bool hasOutsiders, CancellationToken stop)
    {
        var open = hasOutsiders ? [] : await unit.Db.Channels.Where(one => one.Kind == ChannelKind.Public).Select(one => one.ChannelId).ToListAsync(stop);
        return await FindAsync(unit, request, [.. open.Append(request.Channel).Distinct()], stop);
    }

    private async Task<IReadOnlyList<PastCase>> FindAsync(UnitOfWork unit, Request request, IReadOnlyCollection<ChannelId>? within, CancellationToken stop)
    {
        if (similar is null || await Permalinks.OfAsync(unit, stop) is not { } links) return [];
        var found = await similar.FindAsync(unit, request.Text, request.Thread, within, Most, stop);
        return [.. found.Where(one => one.IsAlike).Select(one => Link(one, links) is { } link ? new PastCase(link, Ending(one)) : null).OfType<PastCase>()];
    }

    /// <summary>Values are placeholders: whose order it was does not matter here.</summary>
    private static WebLink? Link(PastIncident one, Permalinks links) =>
        links.Of(EvidencePlace.Of(one.Channel), one.Id.Ts.Value, new UntrustedText($"“{new UntrustedText(RequestText.Of(one.Request)).OnOneLine().Fit(LongestRequest)}”"));

    private static Mrkdwn Ending(PastIncident one) => (one.Outcome, one.Duration) switch
    {
        (Outcome.Solved, { } took) => Mrkdwn.Of($"solved in {Plainly.Duration((long)took.TotalSeconds)}"),
        (Outcome.Solved, _) => Mrkdwn.Of($"solved"),
        (Outcome.Unsolved, _) => Mrkdwn.Of($"not solved"),
        _ => Mrkdwn.Of($"still open"),
    };
}
