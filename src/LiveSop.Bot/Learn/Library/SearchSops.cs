using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Library;

/// <summary><c>/sop search</c>: procedures by the words of their titles, of when they apply, and of their steps.</summary>
internal static class SearchSops
{
    private const int MostShown = 8;

    /// <summary>In a viewer's scope. The best first; of equals the one in force, then the lower number.</summary>
    public static async Task<IReadOnlyList<SopRow>> FindAsync(UnitOfWork unit, string words, CancellationToken stop)
    {
        var found = new List<(SopRow Sop, double Score)>();
        foreach (var sop in await Shelf.ListAsync(unit, stop))
            if (await Shelf.ShelvedAsync(unit, sop, stop) is { } shelved && ProcedureSearch.Score(shelved.Procedure, words) is > 0 and var score) found.Add((sop, score));
        return [.. found.OrderByDescending(one => one.Score).ThenByDescending(one => one.Sop.State == SopState.Published).ThenBy(one => one.Sop.Number).Select(one => one.Sop)];
    }

    /// <param name="incidents">What was asked before, a line each.</param>
    public static SlackMessage Render(UntrustedText words, IReadOnlyList<SopRow> found, IReadOnlyList<Mrkdwn> incidents) => (found.Count, incidents.Count) switch
    {
        (0, 0) => SlackMessage.Of(Mrkdwn.Of($"No procedure and nothing asked before that you may read speaks of “{words.OnOneLine().Fit(100)}”. Try fewer or other words, or `/sop list`.")),
        _ => SlackMessage.Fit(Mrkdwn.Of($"{found.Count} procedures speak of it"),
        [
            new Section(found.Count == 0 ? Mrkdwn.Of($"No procedure that you may read speaks of “{words.OnOneLine().Fit(100)}”.") : Mrkdwn.Of($"Procedures about “{words.OnOneLine().Fit(100)}”, the nearest first:")),
            .. found.Take(MostShown).Select(ListSops.Line),
            .. incidents.Count == 0 ? Array.Empty<Block>() : [new Section(Mrkdwn.Of($"*Asked before:*\n{Mrkdwn.Join(Mrkdwn.Of($"\n"), incidents)}"))],
        ]),
    };
}
