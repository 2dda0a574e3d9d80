namespace LiveSop.Domain.Memory;

/// <summary>
/// One order out of two: by words and by meaning, each as a share of its best. Rank alone, as in reciprocal rank fusion, would not tell a text that shares
/// everything from one that is merely first. Words weigh more: where a text shares them, they say more than the built-in vectors can.
/// </summary>
public static class Fusion
{
    private const double OfMeaning = 0.5;

    /// <summary>The best that there can be.</summary>
    public const double Highest = 1 + OfMeaning;

    /// <param name="found">With the score of the words, and with the distance of the meaning, where there is one: 0 to 2.</param>
    /// <returns>Scores by place, the higher the better.</returns>
    public static double[] Scores(IReadOnlyList<(double Words, double? Distance)> found)
    {
        var words = found.Count == 0 ? 0 : found.Max(one => one.Words);
        var meaning = found.Count == 0 ? 0 : found.Max(one => Nearness(one.Distance));
        return [.. found.Select(one => Share(one.Words, words) + (OfMeaning * Share(Nearness(one.Distance), meaning)))];
    }

    private static double Nearness(double? distance) => distance is { } far ? Math.Max(0, 1 - far) : 0;

    private static double Share(double value, double best) => best > 0 ? value / best : 0;
}
