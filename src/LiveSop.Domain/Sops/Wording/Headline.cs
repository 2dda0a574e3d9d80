namespace LiveSop.Domain.Sops.Wording;

/// <summary>A request as a title for all of its kind: names go, and what few of the others mention.</summary>
internal static class Headline
{
    private const string Anybody = "A customer";

    /// <summary>Verbs of those who want and suffer something.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> OfPeople = Grammar.Set(
        "wants needs gets asks has is was would cannot can receives complains keeps grows runs moves cancelled left waits uses reports wishes had requests were will");

    /// <param name="title">As <see cref="RequestPhrase"/> gives it.</param>
    /// <param name="isName">Is it somebody's name?</param>
    /// <param name="isShared">Do enough requests of the kind mention it?</param>
    public static string Of(string title, Func<string, bool> isName, Func<string, bool> isShared)
    {
        var words = WithoutTitles(title, isName);
        words = WithoutNamedPhrases(words, isName);
        words = WithoutNamedSubject(words, isName, isShared);
        var lean = Lean.Of(string.Join(' ', words), word => isShared(word) && !isName(word));
        words = [.. lean.Split(' ')];
        Rejoin(words, isName);
        return words.Count == 0 ? "" : char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..];
    }

    /// <summary>"near the West Gate of town", "with Dr Lee": which one it was is the case's own.</summary>
    private static List<string> WithoutNamedPhrases(List<string> words, Func<string, bool> isName)
    {
        for (var at = words.Count - 2; at > 1; at--)
        {
            if (!Grammar.IsPreposition(Word.Of(words[at])) || words[at] is "of" || (Verbs.IsBase(words[at - 1].ToLowerInvariant()) && !words[at - 1].EndsWith('g'))) continue;
            var end = at + 1;
            while (end < words.Count && (words[end] == "of" || !Grammar.IsPreposition(Word.Of(words[end]))) && !Grammar.IsAuxiliary(Word.Of(words[end])) && !Grammar.IsFinite(Word.Of(words[end]))) end++;
            if (words[(at + 1)..end].Any(word => isName(word) || word.ToLowerInvariant() is "dr" or "mr" or "mrs" or "ms")) words.RemoveRange(at, end - at);
        }
        return words;
    }

    /// <summary>Two names with a sign between them are one.</summary>
    private static List<string> WithoutTitles(string title, Func<string, bool> isName)
    {
        var words = title.Split(' ').ToList();
        for (var at = words.Count - 1; at >= 0; at--)
            if (words[at] is "&" || (at > 0 && words[at - 1] == "&" && isName(words[at]))) words.RemoveAt(at);
        return words;
    }

    /// <summary>"Miller Foods wants more seats" is "A customer wants more seats".</summary>
    private static List<string> WithoutNamedSubject(List<string> words, Func<string, bool> isName, Func<string, bool> isShared)
    {
        var verb = words.FindIndex(word => OfPeople.Contains(word.ToLowerInvariant()));
        if (verb is < 1 or > 4) return words;
        var subject = words[..verb].Where(word => Shared.IsContent(word.ToLowerInvariant())).ToList();
        var named = subject.Count > 0 && isName(subject[0]) && !subject.Any(word => isShared(word) && !isName(word));
        return named ? [.. Anybody.Split(' '), .. words[verb..]] : words;
    }

    /// <summary>Takes names out that stand before or after the noun they belong to, and gives the noun back its article.</summary>
    private static void Rejoin(List<string> words, Func<string, bool> isName)
    {
        for (var at = words.Count - 1; at > 0; at--)
        {
            if (!isName(words[at]) || words.Count < 3 || at + 1 >= words.Count || !Shared.IsContent(words[at + 1].ToLowerInvariant()) || Grammar.IsPreposition(Word.Of(words[at + 1])) || Grammar.IsFinite(Word.Of(words[at + 1])) || Grammar.IsAuxiliary(Word.Of(words[at + 1]))) continue;
            words.RemoveAt(at);
            words[at] = words[at].ToLowerInvariant();
            if (Verbs.IsBase(words[at - 1].ToLowerInvariant()) && !words[at].EndsWith('s')) words.Insert(at, Grammar.Article(words[at]));
        }
    }
}
