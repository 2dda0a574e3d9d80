using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Running.Wordings;

/// <summary>
/// Which words of a step's messages are the step's own. A customer's name looks like any word, and no list has it; but it stands in the messages of
/// that customer alone. So a word that few messages say may belong to somebody, and one with a capital within a sentence has to be said by many.
/// </summary>
internal sealed class SharedWords
{
    private const int Fewest = 2;
    private const double CapitalShare = 0.3;
    private const int FewestWithCapital = 3;

    private readonly Dictionary<string, int> saying;
    private readonly int messages;

    public SharedWords(IReadOnlyList<string> masked)
    {
        messages = masked.Count;
        saying = masked.SelectMany(text => Tokens.Of(text).Select(Kin.Of).Distinct(StringComparer.Ordinal)).CountBy(stem => stem).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>It says nothing that only it, or only a few, say.</summary>
    public bool Covers(string masked)
    {
        foreach (var sentence in Sentences.Split(masked))
            foreach (var (at, word) in sentence.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Index())
                if (!Tokens.Of(word).All(token => IsCommon(token, at > 0 && word.Any(char.IsUpper)))) return false;
        return true;
    }

    private bool IsCommon(string token, bool hasCapital)
    {
        if (token[0] == '{' || StopWords.Contains(token)) return true;
        var count = saying.GetValueOrDefault(Kin.Of(token));
        if (hasCapital) return count >= FewestWithCapital && count >= CapitalShare * messages;
        return count >= Fewest || IsVerb(token);
    }

    /// <summary>No customer is called "restarted".</summary>
    private static bool IsVerb(string token) => Verbs.IsBase(token) || (Verbs.OfPast(token) ?? Verbs.OfGerund(token)) is { } verb && Verbs.IsBase(verb);
}
