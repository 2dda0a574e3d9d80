using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Memory;

namespace LiveSop.Bot.Memory;

/// <summary>
/// Incidents of the past that are like something. The scope of the unit decides which exist: a viewer gets what that person may read. Words and meaning each
/// bring up candidates, all of them are scored by both, and the two orders are fused.
/// </summary>
internal sealed class SimilarIncidents(Embeddings embeddings, WordBook book, VectorIndexes indexes)
{
    private const int LongestText = 8_000;

    /// <summary>By words, to be counted before the best of them are read.</summary>
    private const int MostBroughtUp = 1_000;

    /// <param name="unit">In any scope of a workspace.</param>
    /// <param name="text">Its first line that says something counts most.</param>
    /// <param name="except">The incident that is asked from: it is most like itself.</param>
    /// <returns>The best first.</returns>
    public Task<IReadOnlyList<PastIncident>> FindAsync(UnitOfWork unit, string text, ThreadId? except, int limit, CancellationToken stop) => FindAsync(unit, text, except, null, limit, stop);

    /// <param name="channels">From these alone: what a channel is shown, all its members must be able to read.</param>
    /// <inheritdoc cref="FindAsync(UnitOfWork, string, ThreadId?, int, CancellationToken)"/>
    public async Task<IReadOnlyList<PastIncident>> FindAsync(UnitOfWork unit, string text, ThreadId? except, IReadOnlyCollection<ChannelId>? channels, int limit, CancellationToken stop)
    {
        if (channels is { Count: 0 }) return [];
        var workspace = IncidentSearch.WorkspaceOf(unit.Scope);
        var (sought, known) = (RememberedText.Of(text.Length <= LongestText ? text : text[..LongestText]), await book.OfAsync(workspace, stop));
        var words = WeighedWords.Of(sought);
        var search = new SoughtIncidents(workspace, TellingWords.Of(words, known.Statistics, known.Incidents, MostBroughtUp), embeddings.Model)
        {
            Meaning = words.Weights.Count == 0 ? null : await embeddings.OfSoughtAsync(sought, stop),
            Except = except?.ToString(),
            Channels = channels,
        };
        var found = await IncidentSearch.FindAsync(unit, await indexes.RouteAsync(unit, search, stop), stop);
        return await NumberedAsync(unit, Ranking.Of(found, words, known.Statistics, limit), stop);
    }

    private static async Task<IReadOnlyList<PastIncident>> NumberedAsync(UnitOfWork unit, IReadOnlyList<PastIncident> ranked, CancellationToken stop)
    {
        var numbers = await IncidentSearch.SopsAsync(unit, [.. ranked.Select(one => one.Id.ToString())], stop);
        return [.. ranked.Select(one => one with { Sop = numbers.TryGetValue(one.Id.ToString(), out var number) ? number : null })];
    }
}
