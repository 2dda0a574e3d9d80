using LiveSop.Bot.Commands;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Library;

/// <summary><c>/sop search</c>: procedures by the words of their titles, of when they apply, and of their steps; then past incidents that are about it.</summary>
internal static class SearchSops
{
    private const int MostShown = 8;

    public static async Task AnswerAsync(string words, SimilarIncidents? similar, Asker asker, CancellationToken stop) =>
        await asker.TellAsync(await asker.ReadAsync(async unit => Render(words, await FindAsync(unit, words, stop), await PastAsync(similar, unit, words, stop), await Permalinks.OfAsync(unit, stop)), stop));

    private static async Task<IReadOnlyList<PastIncident>> PastAsync(SimilarIncidents? similar, UnitOfWork unit, string words, CancellationToken stop) =>
        similar is null ? [] : [.. (await similar.FindAsync(unit, words, null, PastLines.Most, stop)).Where(one => one.IsAlike)];

    /// <summary>In a viewer's scope. The best first; of equals the one in force, then the lower number.</summary>
    public static async Task<IReadOnlyList<SopRow>> FindAsync(UnitOfWork unit, string words, CancellationToken stop)
    {
        var found = new List<(SopRow Sop, double Score)>();
        foreach (var sop in await Shelf.ListAsync(unit, stop))
            if (await Shelf.ShelvedAsync(unit, sop, stop) is { } shelved && ProcedureSearch.Score(shelved.Procedure, words) is > 0 and var score) found.Add((sop, score));
        return [.. found.OrderByDescending(one => one.Score).ThenByDescending(one => one.Sop.State == SopState.Published).ThenBy(one => one.Sop.Number).Select(one => one.Sop)];
    }

    internal static SlackMessage Render(UntrustedText words, IReadOnlyList<SopRow> found, IReadOnlyList<PastIncident> past, Permalinks? links)
    {
        if (found.Count == 0 && past.Count == 0)
            return SlackMessage.Of(Mrkdwn.Of($"Nothing that you may read speaks of “{words.OnOneLine().Fit(100)}”: no procedure and no past case. Try fewer or other words, or `/sop list`."));
        var title = found.Count > 0
            ? Mrkdwn.Of($"Procedures about “{words.OnOneLine().Fit(100)}”, the nearest first:")
            : Mrkdwn.Of($"No procedure that you may read speaks of “{words.OnOneLine().Fit(100)}”.");
        return SlackMessage.Fit(Mrkdwn.Of($"{found.Count} procedures and {past.Count} past cases speak of it"), [new Section(title), .. found.Take(MostShown).Select(ListSops.Line), .. Past(past, links)]);
    }

    private static IEnumerable<Block> Past(IReadOnlyList<PastIncident> past, Permalinks? links) =>
        past.Count == 0 ? [] : [new Section(Mrkdwn.Of($"*Past cases*, the nearest first:")), PastLines.Of(past, links)];
}
