using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// Of all drafts, the one most like what every message offers: the medoid under Dice overlap of <see cref="Kin"/>, as in centroid-based
/// summarisation (Radev et al. 2004), weighted by what the draft is worth, and worth less with every word that few messages carry.
/// </summary>
internal static class CentralDraft
{
    private const int MostCandidates = 250;

    /// <summary>Of the messages: a title in the rules' own words that fewer offer is one message's.</summary>
    private const double LeastSaid = 0.15;

    /// <summary>A title that scores so much of the best one may stand for it.</summary>
    private const double Comparable = 0.5;

    /// <summary>For each content word that fewer than <see cref="Shared.Least"/> of the messages carry.</summary>
    private const double Idle = 0.4;

    /// <returns>Best first; only those that the messages carry, so there may be none.</returns>
    public static IReadOnlyList<string> Rank(IReadOnlyList<WeighedMessage> messages, Shared shared)
    {
        var offers = messages.Select(message => (message.Weight, Drafts: message.Drafts.Select(draft => StemsOf(draft.Title)).ToList())).Where(offer => offer.Drafts.Count > 0).ToList();
        var total = offers.Sum(offer => offer.Weight);
        var said = Said(messages, total);
        int Idles(Draft draft) => draft.Body.Length == 0 && said[draft.Title] < LeastSaid ? 1 : IdleWords(draft, shared);
        var scored = new List<(Draft Draft, double Score)>();
        foreach (var candidate in messages.SelectMany(message => message.Drafts).SelectMany(draft => Variants(draft, shared)).DistinctBy(draft => draft.Title).Take(MostCandidates))
        {
            var stems = StemsOf(candidate.Title);
            var likeness = offers.Sum(offer => offer.Weight * offer.Drafts.Max(other => Dice(stems, other))) / total;
            var score = candidate.Weight * LengthPrior(candidate.Title) * Math.Pow(Idle, Idles(candidate)) * likeness;
            scored.Add((candidate, Math.Round(score, 9)));
        }
        var ranked = scored.OrderByDescending(one => one.Score).ToList();
        return [.. ranked.TakeWhile(one => one.Score > Comparable * ranked[0].Score).Where(one => Idles(one.Draft) == 0).Select(one => one.Draft.Title)];
    }

    /// <summary>How much of the messages offer each title that is wholly the rules' own.</summary>
    private static Dictionary<string, double> Said(IReadOnlyList<WeighedMessage> messages, double total) => messages
        .SelectMany(message => message.Drafts.Where(draft => draft.Body.Length == 0).Select(draft => draft.Title).Distinct().Select(title => (title, message.Weight)))
        .GroupBy(one => one.title, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(one => one.Weight) / total, StringComparer.Ordinal);

    private static int IdleWords(Draft draft, Shared shared) => draft.Body.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select((word, at) => at == 0 && draft.Title == draft.Body ? word.ToLowerInvariant() : word).SelectMany(Parts).Count(word => !shared.Carries(word));

    /// <summary>"customer's" is two tokens, "Okta" stays a name.</summary>
    private static IEnumerable<string> Parts(string word) => Tokens.Of(word) is [var only] && only.Equals(word, StringComparison.OrdinalIgnoreCase) ? [word] : Tokens.Of(word);

    /// <summary>A draft, the same without its last prepositional phrases, and the same without what is not shared.</summary>
    private static IEnumerable<Draft> Variants(Draft draft, Shared shared)
    {
        if (draft.Body.Length == 0) return [draft];
        IEnumerable<Draft> shorter = [draft, draft.WithBody(Lean.Of(draft.Body, shared.Carries)), .. Trim.Shorter(draft.Title).Select(draft.With)];
        if (draft.ToldOf(shared) is { } told) shorter = shorter.Append(told);
        return shorter.Where(variant => variant.IsClause ? Tokens.Of(variant.Body).Any(Shared.IsContent) && Subject.Stands(Word.All(variant.Body)) && Trim.IsWhole(variant.Title) : Trim.IsWhole(variant.Title));
    }

    private static double LengthPrior(string title) => title.Count(c => c == ' ') switch
    {
        0 => 0.6,
        1 => 0.95,
        < 7 => 1,
        7 => 0.93,
        _ => 0.85,
    };

    /// <summary>Sorted, so that overlap is one merge. Articles and prepositions without a meaning of their own do not count.</summary>
    private static string[] StemsOf(string title) =>
        [.. Tokens.Of(title).Where(token => token is not ("the" or "a" or "an" or "of" or "for" or "to" or "that")).Select(Kin.Of).Distinct().Order(StringComparer.Ordinal)];

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

/// <summary>What a message may be called, and how much it counts.</summary>
internal sealed record WeighedMessage(string Masked, IReadOnlyList<Draft> Drafts, double Weight);
