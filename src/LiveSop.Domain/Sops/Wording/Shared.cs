using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>How much of a step's messages carry a word or one of its <see cref="Kin"/>.</summary>
internal sealed class Shared
{
    /// <summary>A word that fewer carry is one message's detail.</summary>
    public const double Least = 0.25;

    private const double LeastOfName = 0.6;

    private const int FewMessages = 3;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> shares = new(StringComparer.Ordinal);

    /// <summary>Of four messages and more, a word that stands in one only counts as in none.</summary>
    /// <param name="messages">Masked texts and how much each counts.</param>
    public Shared(IEnumerable<(string Masked, double Weight)> messages)
    {
        var total = 0.0;
        var many = 0;
        foreach (var (masked, weight) in messages)
        {
            total += weight;
            many++;
            foreach (var kin in Words(masked).Distinct()) (shares[kin], counts[kin]) = (shares.GetValueOrDefault(kin) + weight, counts.GetValueOrDefault(kin) + (weight > 1 ? 2 : 1));
        }
        if (total > 0)
            foreach (var kin in shares.Keys) shares[kin] = many > FewMessages && counts[kin] < 2 ? 0 : shares[kin] / total;
    }

    /// <summary>In [0, 1].</summary>
    public double Of(string word) => shares.GetValueOrDefault(Kin.Of(word));

    /// <summary>Does a title say nothing with this word that the messages do not?</summary>
    /// <param name="word">As it stands in the title: a name has to be in most messages, or it is one case's.</param>
    public bool Carries(string word)
    {
        var plain = word.ToLowerInvariant();
        return !IsContent(plain) || Of(plain) >= (IsName(word) ? LeastOfName : Least);
    }

    private static bool IsName(string word) => word.Length > 2 && char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower);

    /// <summary>A word about something, neither function word nor placeholder.</summary>
    public static bool IsContent(string word) => word.Length > 1 && char.IsLetter(word[0]) && !StopWords.Contains(word) && word is not ("not" or "no" or "several" or "cannot" or "there");

    /// <summary>The words of a masked text; a placeholder also as the noun that a title puts in its place.</summary>
    private static IEnumerable<string> Words(string masked)
    {
        foreach (var token in Tokens.Of(masked))
        {
            if (token[0] == '{')
                foreach (var noun in Spoken.NounOf(token).Split(' ')) yield return Kin.Of(noun);
            else if (token.Contains('-', StringComparison.Ordinal))
                foreach (var part in token.Split('-', StringSplitOptions.RemoveEmptyEntries)) yield return Kin.Of(part);
            yield return Kin.Of(token);
        }
    }
}
