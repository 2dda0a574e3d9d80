using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Names a procedure by what its requesters want: "Reset a password", "Cannot log in after an SSO change".</summary>
public static class SopTitle
{
    private const int MostRequests = 300;
    private const int MostWords = 3;

    /// <summary>Of the share of the family's commonest word.</summary>
    private const double RareShare = 0.35;

    /// <param name="requests">The first message of each incident of the family, as written.</param>
    /// <param name="contrast">Over all families, so that the title has the words that tell this one from the others.</param>
    /// <returns>Capital first, no full stop, no values. Never empty.</returns>
    public static string From(IReadOnlyList<string> requests, Contrast contrast) => Central(requests, contrast)?.Title ?? ByWords(requests, contrast);

    /// <summary>The phrase that has the most of what this family's requests share and the others lack; null where no rule reads them.</summary>
    internal static RequestPhrase? Central(IReadOnlyList<string> requests, Contrast contrast)
    {
        requests = [.. requests.Take(MostRequests)];
        var shares = Contrast.Shares(requests);
        return requests.SelectMany(RequestPhrase.Of).DistinctBy(phrase => phrase.Title)
            .OrderByDescending(phrase => Math.Round(Weigh(phrase, Score(phrase.Title, shares, contrast)), 9))
            .FirstOrDefault();
    }

    /// <summary>
    /// What a text's words add: each its share in the family over a threshold, times how well it tells the family apart. So a word that
    /// few of the family use costs, and one that many use gains, however long the text is.
    /// </summary>
    internal static double Score(string text, Dictionary<string, double> shares, Contrast contrast)
    {
        var threshold = shares.Count == 0 ? 0 : RareShare * shares.Values.Max();
        return Contrast.Content(text).Sum(stem => contrast.Weight(stem) * (shares.GetValueOrDefault(stem) - threshold));
    }

    private static double Weigh(RequestPhrase phrase, double score) => score > 0 ? score * phrase.Weight : score / phrase.Weight;

    internal static IReadOnlyList<string> Keywords(IReadOnlyList<string> requests, Contrast contrast) =>
        [
            .. requests.Take(MostRequests).SelectMany(request => Tokens.Of(PeopleNames.Unknown.Mask(Placeholders.Mask(request))).Distinct())
                .Where(word => word[0] != '{' && word.Length > 1 && !StopWords.Contains(word))
                .GroupBy(Stems.Of)
                .OrderByDescending(group => Math.Round(group.Count() * contrast.Weight(group.Key), 9)).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(MostWords)
                .Select(group => group.GroupBy(word => word).OrderByDescending(form => form.Count()).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key),
        ];

    private static string ByWords(IReadOnlyList<string> requests, Contrast contrast)
    {
        var words = string.Join(", ", Keywords(requests, contrast));
        return words.Length == 0 ? "Unnamed procedure" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
