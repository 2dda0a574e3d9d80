using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// Of all drafts, the one most like what every message offers: the medoid under Dice overlap of word stems, as in centroid-based
/// summarisation (Radev et al. 2004), weighted by what the draft is worth.
/// </summary>
internal static class CentralDraft
{
    private const int MostCandidates = 250;

    public static string? Choose(IReadOnlyList<IReadOnlyList<Draft>> messages)
    {
        var offers = messages.Select(drafts => drafts.Select(draft => (draft.Weight, Stems: StemsOf(draft.Title))).ToList()).Where(offer => offer.Count > 0).ToList();
        string? best = null;
        var bestScore = 0.0;
        foreach (var candidate in messages.SelectMany(drafts => drafts).SelectMany(WithShorter).DistinctBy(draft => draft.Title).Take(MostCandidates))
        {
            var stems = StemsOf(candidate.Title);
            var score = candidate.Weight * LengthPrior(candidate.Title) * offers.Average(offer => offer.Max(other => Dice(stems, other.Stems)));
            if (score <= bestScore + 1e-9) continue;
            (best, bestScore) = (candidate.Title, score);
        }
        return best;
    }

    /// <summary>A draft, and the same without its last prepositional phrases.</summary>
    private static IEnumerable<Draft> WithShorter(Draft draft)
    {
        yield return draft;
        foreach (var title in Trim.Shorter(draft.Title)) yield return draft with { Title = title };
    }

    private static double LengthPrior(string title) => title.Count(c => c == ' ') switch
    {
        0 => 0.7,
        1 => 0.95,
        < 7 => 1,
        7 => 0.96,
        _ => 0.92,
    };

    /// <summary>Sorted, so that overlap is one merge. Articles and prepositions without a meaning of their own do not count.</summary>
    private static string[] StemsOf(string title) =>
        [.. Tokens.Of(title).Where(token => token is not ("the" or "a" or "an" or "of" or "for" or "to" or "that")).Select(Stems.Of).Distinct().Order(StringComparer.Ordinal)];

    private static double Dice(string[] left, string[] right)
    {
        int i = 0, j = 0, shared = 0;
        while (i < left.Length && j < right.Length)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return left.Length + right.Length == 0 ? 0 : 2.0 * shared / (left.Length + right.Length);
    }
}
