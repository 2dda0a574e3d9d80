namespace LiveSop.Domain.Memory;

/// <summary>By which words of a text others are looked up: the most telling ones, as long as they do not bring up too much to look at.</summary>
public static class TellingWords
{
    /// <summary>An index is asked for each of them.</summary>
    public const int Most = 16;

    /// <summary>So many are looked up, however common they are.</summary>
    private const int Least = 2;

    /// <param name="most">Incidents to be brought up, by the shares that the statistics know.</param>
    /// <param name="incidents">There are so many.</param>
    /// <returns>With their weights, the most telling first.</returns>
    public static IReadOnlyList<(string Word, double Weight)> Of(WeighedWords sought, WordStatistics statistics, int incidents, int most)
    {
        var telling = new List<(string, double)>();
        var found = 0.0;
        foreach (var (word, weight) in sought.Weights.Select(word => (word.Key, Weight: statistics.Rarity(word.Key) * word.Value)).OrderByDescending(word => word.Weight).ThenBy(word => word.Key, StringComparer.Ordinal))
        {
            if (telling.Count == Most) break;
            found += statistics.Share(word) * incidents;
            if (telling.Count >= Least && found > most) continue;
            telling.Add((word, weight));
        }
        return telling;
    }
}
