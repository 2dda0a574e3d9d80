using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Library;

/// <summary><c>/sop search</c>: procedures by the words of their titles, of when they apply, and of their steps.</summary>
internal static class SearchSops
{
    private const int MostShown = 8;

    public static async Task AnswerAsync(string words, Asker asker, CancellationToken stop) =>
        await asker.TellAsync(Render(words, await asker.ReadAsync(unit => FindAsync(unit, words, stop), stop)));

    /// <summary>In a viewer's scope. The best first; of equals the one in force, then the lower number.</summary>
    public static async Task<IReadOnlyList<SopRow>> FindAsync(UnitOfWork unit, string words, CancellationToken stop)
    {
        var found = new List<(SopRow Sop, double Score)>();
        foreach (var sop in await Shelf.ListAsync(unit, stop))
            if (await Shelf.ShelvedAsync(unit, sop, stop) is { } shelved && ProcedureSearch.Score(shelved.Procedure, words) is > 0 and var score) found.Add((sop, score));
        return [.. found.OrderByDescending(one => one.Score).ThenByDescending(one => one.Sop.State == SopState.Published).ThenBy(one => one.Sop.Number).Select(one => one.Sop)];
    }

    private static SlackMessage Render(UntrustedText words, IReadOnlyList<SopRow> found) => found.Count == 0
        ? SlackMessage.Of(Mrkdwn.Of($"No procedure that you may read speaks of “{words.OnOneLine().Fit(100)}”. Try fewer or other words, or `/sop list`."))
        : SlackMessage.Fit(Mrkdwn.Of($"{found.Count} procedures speak of it"), [new Section(Mrkdwn.Of($"Procedures about “{words.OnOneLine().Fit(100)}”, the nearest first:")), .. found.Take(MostShown).Select(ListSops.Line)]);
}
