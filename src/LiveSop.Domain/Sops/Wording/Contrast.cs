using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// How well a word tells one family of incidents from the others: the logarithm of the number of families over the sum of the shares
/// of their requests that use it (inverse document frequency after Spärck Jones 1972, with a family as the document and its share for the count).
/// </summary>
public sealed class Contrast
{
    private const double Least = 0.1;

    private readonly Dictionary<string, double> shares = new(StringComparer.Ordinal);
    private int families;

    /// <summary>Of all families: a customer may be named in any of them.</summary>
    internal ProperNames Names { get; } = new();

    private Contrast() { }

    /// <summary>No other family is known: every word weighs by rarity in English alone, that is, function words nothing.</summary>
    public static Contrast None { get; } = new();

    /// <param name="requests">For each family its first messages.</param>
    public static Contrast Over(IEnumerable<IReadOnlyList<string>> requests)
    {
        var contrast = new Contrast();
        foreach (var family in requests) contrast.Add(family);
        return contrast;
    }

    internal double Weight(string stem) =>
        Math.Max(Least, Math.Log((2.0 + families) / (0.5 + shares.GetValueOrDefault(stem))));

    /// <summary>The share of the texts in which each stem stands.</summary>
    internal static Dictionary<string, double> Shares(IReadOnlyList<string> texts)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var stem in Content(text))
                shares[stem] = shares.GetValueOrDefault(stem) + (1.0 / texts.Count);
        return shares;
    }

    /// <summary>Distinct stems of what is neither a function word nor a value.</summary>
    internal static IEnumerable<string> Content(string text) =>
        Tokens.Of(Placeholders.Mask(text)).Where(token => token[0] != '{' && !StopWords.Contains(token)).Select(Kin.Of).Distinct();

    private void Add(IReadOnlyList<string> family)
    {
        families++;
        foreach (var text in family) Names.Read(MaskedForTitle.Of(text));
        foreach (var (stem, share) in Shares(family)) shares[stem] = shares.GetValueOrDefault(stem) + share;
    }
}
