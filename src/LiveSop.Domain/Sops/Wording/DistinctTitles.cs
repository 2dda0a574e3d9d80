using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Gives titles that read the same the word that sets each apart: "Check the logs (worker)".</summary>
public static class DistinctTitles
{
    private const double SmallestShare = 0.25;

    /// <param name="titles">In the order in which they are shown; the first of equals keeps its title when nothing sets it apart.</param>
    /// <param name="wordings">For each title the messages it came from.</param>
    /// <returns>As many titles in the same order, no two alike even when case is ignored.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> titles, IReadOnlyList<IReadOnlyList<string>> wordings)
    {
        var distinct = titles.ToArray();
        foreach (var group in Enumerable.Range(0, titles.Count).GroupBy(index => titles[index], StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var shares = group.ToDictionary(index => index, index => Shares(wordings[index]));
            foreach (var index in group)
                if (Word(titles[index], index, shares) is { } word) distinct[index] = $"{titles[index]} ({word})";
        }
        return Numbered(distinct);
    }

    private static string? Word(string title, int index, Dictionary<int, Dictionary<string, double>> shares)
    {
        var inTitle = Tokens.Of(title).Select(Stems.Of).ToHashSet();
        return shares[index]
            .Where(word => word.Value >= SmallestShare && !inTitle.Contains(Stems.Of(word.Key)))
            .Select(word => (word.Key, Lead: word.Value - shares.Where(other => other.Key != index).Max(other => other.Value.GetValueOrDefault(word.Key))))
            .Where(word => word.Lead >= SmallestShare)
            .OrderByDescending(word => word.Lead).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key).FirstOrDefault();
    }

    private static Dictionary<string, double> Shares(IReadOnlyList<string> messages)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var message in messages)
            foreach (var word in Tokens.Of(PeopleNames.Unknown.Mask(Placeholders.Mask(message))).Distinct())
                if (word.Length > 2 && word.All(char.IsLetter) && !StopWords.Contains(word)) shares[word] = shares.GetValueOrDefault(word) + (1.0 / messages.Count);
        return shares;
    }

    private static string[] Numbered(string[] titles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < titles.Length; i++)
        {
            var title = titles[i];
            for (var number = 2; !taken.Add(titles[i]); number++) titles[i] = $"{title} ({number})";
        }
        return titles;
    }
}
