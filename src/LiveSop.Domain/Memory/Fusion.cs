namespace LiveSop.Domain.Memory;

/// <summary>
/// One order out of two, by reciprocal rank (Cormack, Clarke and Büttcher, 2009): what words and meaning both find comes first. Their k of 60 is for thousands of
/// ranks; of some hundred, the first few must count. Words weigh more: where a text shares them, they say more than the built-in vectors can.
/// </summary>
public static class Fusion
{
    private const double K = 10;
    private const double OfMeaning = 0.5;

    /// <summary>The best that there can be.</summary>
    public const double Highest = (1 + OfMeaning) / (K + 1);

    /// <param name="found">With the score of the words, and with the distance of the meaning, where there is one.</param>
    /// <returns>Scores by place, the higher the better.</returns>
    public static double[] Scores(IReadOnlyList<(double Words, double? Distance)> found)
    {
        var scores = new double[found.Count];
        Add(scores, found.Index().Where(one => one.Item.Words > 0).OrderByDescending(one => one.Item.Words).ThenBy(one => one.Index), 1);
        Add(scores, found.Index().Where(one => one.Item.Distance is not null).OrderBy(one => one.Item.Distance).ThenBy(one => one.Index), OfMeaning);
        return scores;
    }

    private static void Add(double[] scores, IEnumerable<(int Index, (double, double?))> order, double weight)
    {
        foreach (var (rank, one) in order.Index()) scores[one.Index] += weight / (K + rank + 1);
    }
}
