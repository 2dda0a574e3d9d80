namespace LiveSop.Domain.Memory;

/// <summary>How often words occur where is searched.</summary>
/// <param name="incidents">Of how many incidents.</param>
/// <param name="counts">In how many of them each word stands; one that is not named stands in one at most.</param>
public sealed class WordStatistics(int incidents, IReadOnlyDictionary<string, int> counts)
{
    /// <summary>Nothing is known: all words are alike.</summary>
    public static WordStatistics None { get; } = new(0, new Dictionary<string, int>(StringComparer.Ordinal));

    /// <summary>As if there were so many more, of which each said other things: a word of both of two incidents is not common for that.</summary>
    private const int Others = 50;

    /// <summary>Robertson and Spärck Jones' inverse document frequency, never negative: ln(1 + (n − df + ½) / (df + ½)).</summary>
    public double Rarity(string word)
    {
        var count = counts.GetValueOrDefault(word, Math.Min(1, incidents));
        return Math.Log(1 + ((incidents + Others - count + 0.5) / (count + 0.5)));
    }

    /// <summary>Of all incidents, 0 to 1.</summary>
    public double Share(string word) => incidents == 0 ? 0 : (double)counts.GetValueOrDefault(word, 1) / incidents;
}
