namespace LiveSop.Bot.Commands;

/// <summary>What somebody probably meant.</summary>
internal static class Spelling
{
    /// <summary>A typed word counts as a slip of a known one up to so many letters away.</summary>
    private const int NearEnough = 2;

    /// <returns>Null where none is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var (best, distance) = known.Select(one => (one, Distance: Distance(word, one))).MinBy(pair => pair.Distance);
        return distance <= NearEnough && distance < word.Length ? best : null;
    }

    /// <summary>Damerau and Levenshtein's: letters put in, left out, changed, or swapped with a neighbour (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
            {
                var change = cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        return cost[one.Length, other.Length];
    }
}
