using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Domain.Memory;

namespace LiveSop.Bot.Memory.Searching;

/// <summary>Orders what was brought up.</summary>
internal static class Ranking
{
    /// <summary>The built-in vectors of texts that have nothing to do with each other are so near.</summary>
    private const double NearByChance = 0.3;

    /// <returns>The best first, at most so many.</returns>
    public static IReadOnlyList<PastIncident> Of(IReadOnlyList<FoundIncident> found, WeighedWords sought, WordStatistics statistics, int limit)
    {
        var words = found.Select(one => WeighedWords.Of(RememberedText.Read(one.Text))).ToList();
        var score = new WordScore(sought, statistics, words.Count == 0 ? 0 : words.Average(one => one.Length));
        var fused = Fusion.Scores([.. found.Zip(words, (one, text) => (score.Of(text), one.Distance))]);
        return [.. found.Zip(fused).Where(one => one.Second > 0).OrderByDescending(one => one.Second).ThenByDescending(one => one.First.OpenedAt).ThenBy(one => one.First.Id, StringComparer.Ordinal)
            .Take(limit).Select(one => Past(one.First, one.Second / Fusion.Highest) with { Likeness = Math.Max(score.Share(WeighedWords.Of(RememberedText.Read(one.First.Text))), Near(one.First.Distance)) })];
    }

    private static double Near(double? distance) => distance is { } far ? Math.Clamp((1 - far - NearByChance) / (1 - NearByChance), 0, 1) : 0;

    private static PastIncident Past(FoundIncident one, double score) => new(one.Channel, one.Thread, one.Title, one.Outcome, one.ClosedAt - one.OpenedAt, one.OpenedAt, score)
    {
        Id = new ThreadId(one.Channel, new MessageTs(one.Id[(one.Id.LastIndexOf(':') + 1)..])),
    };
}
