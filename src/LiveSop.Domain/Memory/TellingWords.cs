namespace LiveSop.Domain.Memory;

/// <summary>By which words of a text others are looked up.</summary>
/// <param name="Words">The most telling ones with their weights, the first most.</param>
/// <param name="Groups">An incident that has all words of any group is worth a look: a rare word alone, common ones together.</param>
public sealed record TellingWords(IReadOnlyList<(string Word, double Weight)> Words, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>An index is asked for each of them.</summary>
    public const int Most = 16;

    /// <summary>Of words that are too common alone, so many are tried together.</summary>
    private const int MostPaired = 6;

    /// <param name="incidents">There are so many.</param>
    /// <param name="most">So many of them may be worth a look, as far as the statistics foresee.</param>
    public static TellingWords Of(WeighedWords sought, WordStatistics statistics, int incidents, int most)
    {
        (string Word, double Weight)[] words =
        [
            .. sought.Weights.Select(word => (word.Key, Weight: statistics.Rarity(word.Key) * word.Value)).OrderByDescending(word => word.Weight).ThenBy(word => word.Key, StringComparer.Ordinal).Take(Most),
        ];
        var (groups, common, found) = (new List<IReadOnlyList<string>>(), new List<string>(), 0.0);
        foreach (var (word, _) in words)
            if (found + (statistics.Share(word) * incidents) is var with && with <= most) (groups, found) = ([.. groups, [word]], with);
            else common.Add(word);
        foreach (var pair in Pairs(common).OrderBy(Expected))
            if (found + Expected(pair) is var with && with <= most) (groups, found) = ([.. groups, pair], with);
        if (groups.Count == 0 && common.Count > 0) groups.Add([.. common.Take(3)]);
        return new(words, groups);

        double Expected(IReadOnlyList<string> group) => group.Aggregate((double)incidents, (share, word) => share * statistics.Share(word));
    }

    private static IEnumerable<IReadOnlyList<string>> Pairs(List<string> words) =>
        words.Take(MostPaired).SelectMany((one, i) => words.Take(MostPaired).Skip(i + 1).Select(IReadOnlyList<string> (other) => [one, other]));
}
