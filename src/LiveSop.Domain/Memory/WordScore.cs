namespace LiveSop.Domain.Memory;

/// <summary>
/// How well the words of a text answer those that are looked for: Okapi's BM25 over weighed words (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009, with fields as in their section 3.6). What is looked for may be a long text itself, so its own repetitions count less and less too.
/// </summary>
/// <param name="averageLength">Of the texts that are compared.</param>
public sealed class WordScore(WeighedWords sought, WordStatistics statistics, double averageLength)
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.5;
    private const double SoughtSaturation = 3;

    private readonly (string Word, double Weight)[] terms =
        [.. sought.Weights.Select(word => (word.Key, statistics.Rarity(word.Key) * word.Value * (SoughtSaturation + 1) / (word.Value + SoughtSaturation)))];

    /// <summary>Which share of what is sought stands in the text, by weight: 0 to 1.</summary>
    public double Share(WeighedWords text)
    {
        var (shared, all) = (0.0, 0.0);
        foreach (var (word, weight) in terms)
        {
            all += weight;
            if (text.Weights.ContainsKey(word)) shared += weight;
        }
        return all == 0 ? 0 : shared / all;
    }

    /// <returns>0 where no word is shared; comparable within one search only.</returns>
    public double Of(WeighedWords text)
    {
        var length = averageLength > 0 ? text.Length / averageLength : 1;
        var (damping, score) = (Saturation * (1 - LengthShare + (LengthShare * length)), 0.0);
        foreach (var (word, weight) in terms)
            if (text.Weights.TryGetValue(word, out var said)) score += weight * said * (Saturation + 1) / (said + damping);
        return score;
    }
}
