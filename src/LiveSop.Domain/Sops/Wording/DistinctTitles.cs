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
        return Numbered(distinct, wordings);
    }

    private static string? Word(string title, int index, Dictionary<int, Dictionary<string, double>> shares)
    {
        var inTitle = Tokens.Of(title).Select(Kin.Of).ToHashSet();
        return shares[index]
            .Where(word => word.Value >= SmallestShare && !inTitle.Contains(Kin.Of(word.Key)))
            .Select(word => (word.Key, Lead: word.Value - shares.Where(other => other.Key != index).Max(other => other.Value.GetValueOrDefault(word.Key))))
            .Where(word => word.Lead >= SmallestShare)
            .OrderByDescending(word => word.Lead).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key).FirstOrDefault();
    }

    /// <summary>Courtesy and the small coin of requests tell nothing apart.</summary>
    private static bool IsTelling(string word) =>
        !StopWords.Contains(word) && Courtesies.Read([word]).Act is null && Verbs.OfGerund(word) is null
        && word is not ("mind" or "chance" or "possible" or "now" or "once" or "able" or "ping" or "please" or "great" or "help" or "need" or "know" or "day" or "like" or "time" or "welcome" or "not" or "today");

    private static Dictionary<string, double> Shares(IReadOnlyList<string> messages)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var message in messages)
            foreach (var word in Tokens.Of(MaskedForTitle.Of(message)).Distinct())
                if (word.Length > 2 && word.All(char.IsLetter) && TitleByKind.IsNoun(word) && IsTelling(word)) shares[word] = shares.GetValueOrDefault(word) + (1.0 / messages.Count);
        return shares;
    }

    /// <summary>What still reads the same takes the next best title of its messages, or else a number.</summary>
    private static string[] Numbered(string[] titles, IReadOnlyList<IReadOnlyList<string>> wordings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < titles.Length; i++)
        {
            var title = titles[i];
            if (taken.Contains(title) && StepTitle.Ranked(wordings[i]).FirstOrDefault(other => !taken.Contains(other) && !titles.Contains(other, StringComparer.OrdinalIgnoreCase)) is { } other) titles[i] = other;
            for (var number = 2; !taken.Add(titles[i]); number++) titles[i] = $"{title} ({number})";
        }
        return titles;
    }
}
