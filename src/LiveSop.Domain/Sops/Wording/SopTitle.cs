using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Names a procedure by what its requesters want: "Reset a password", "Cannot log in after an SSO change".</summary>
public static class SopTitle
{
    private const int MostRequests = 300;
    private const int MostWords = 3;

    /// <summary>What a title is worth whose words tell nothing.</summary>
    private const double Flat = 0.3;

    private const int MostCandidates = 600;

    /// <summary>Of the requests: a word that fewer have is one case's detail.</summary>
    private const double LeastShare = 0.12;

    /// <summary>One request alone shares nothing.</summary>
    private const double FewestRequests = 1.5;

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
        var least = Math.Min(0.5, Math.Max(LeastShare, FewestRequests / requests.Count));
        bool IsShared(string word) => shares.GetValueOrDefault(Kin.Of(word.ToLowerInvariant())) >= least;
        bool IsName(string word) => word.Count(char.IsUpper) < 2 && contrast.Names.Contains(word);
        var offers = requests.Select(request => RequestPhrase.Of(request).ToList()).ToList();
        var stems = offers.Select(phrases => phrases.Select(phrase => Contrast.Content(phrase.Title).ToHashSet(StringComparer.Ordinal)).ToList()).Where(of => of.Count > 0).ToList();
        return offers.SelectMany(phrases => phrases).SelectMany(phrase => (RequestPhrase[])[phrase, phrase.As(Headline.Of(phrase.Title, IsName, IsShared))])
            .Where(phrase => phrase.IsWhole).DistinctBy(phrase => phrase.Title).Take(MostCandidates)
            .OrderByDescending(phrase => Math.Round(phrase.Weight * Worth(Score(phrase.Title, shares, contrast)) * Likeness(phrase.Title, stems, contrast) * Unnamed(phrase.Title, IsName) * Brief(phrase.Title), 9))
            .FirstOrDefault();
    }

    /// <summary>How much of what each request says this title says too, on average (Dice overlap, words weighed by contrast).</summary>
    private static double Likeness(string title, List<List<HashSet<string>>> requests, Contrast contrast)
    {
        var own = Contrast.Content(title).ToList();
        var weight = own.Sum(contrast.Weight);
        if (own.Count == 0 || requests.Count == 0) return 0.01;
        return 0.05 + requests.Average(phrases => phrases.Max(phrase =>
            2 * own.Where(phrase.Contains).Sum(contrast.Weight) / (weight + phrase.Sum(contrast.Weight) + 1e-9)));
    }

    private static double Brief(string title) => (title.Contains("several", StringComparison.Ordinal) || title.Contains(" and ", StringComparison.Ordinal) ? 0.7 : 1) * (Contrast.Content(title).Count() switch { < 2 => 0.5, < 4 => 1, 4 => 0.9, 5 => 0.8, _ => 0.7 });

    private static double Unnamed(string title, Func<string, bool> isName) => title.Split(' ').Any(isName) ? 0.3 : 1;

    /// <summary>
    /// What a text's words add: each its share in the family over a threshold, times how well it tells the family apart. So a word that
    /// few of the family use costs, and one that many use gains, however long the text is.
    /// </summary>
    internal static double Score(string text, Dictionary<string, double> shares, Contrast contrast)
    {
        var threshold = shares.Count == 0 ? 0 : RareShare * shares.Values.Max();
        return Contrast.Content(text).Sum(stem => contrast.Weight(stem) * (shares.GetValueOrDefault(stem) - threshold));
    }

    /// <summary>Always above 0, so that it can be multiplied.</summary>
    private static double Worth(double score) => score > 0 ? Flat + Math.Sqrt(score) : Flat * Math.Exp(score);

    internal static IReadOnlyList<string> Keywords(IReadOnlyList<string> requests, Contrast contrast) =>
        [
            .. requests.Take(MostRequests).SelectMany(request => Tokens.Of(PeopleNames.Unknown.Mask(Placeholders.Mask(request))).Distinct())
                .Where(word => word[0] != '{' && word.Length > 1 && !StopWords.Contains(word))
                .GroupBy(Kin.Of)
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
