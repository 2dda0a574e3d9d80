namespace LiveSop.Domain.Sops.Wording;

/// <summary>Takes out of a title what its messages do not share: "Export of the price list is stuck" is "Export is stuck".</summary>
internal static class Lean
{
    /// <param name="title">Without "Say that", "Ask for" and the like.</param>
    /// <param name="kept">Does the title need this word to say what is common?</param>
    /// <returns>The title without its idle prepositional phrases and modifiers; the same where none is idle.</returns>
    public static string Of(string title, Func<string, bool> kept)
    {
        var words = Word.All(title).ToList();
        DropPhrases(words, kept);
        DropModifiers(words, kept);
        return words.Count == 0 ? title : string.Join(' ', words.Where((word, at) => at == 0 || Plain(word) != Plain(words[at - 1])));
    }

    /// <summary>From the right: a preposition and its noun, where nothing of it is common.</summary>
    private static void DropPhrases(List<Word> words, Func<string, bool> kept)
    {
        for (var at = words.Count - 2; at > 0; at--)
        {
            if (!Grammar.IsPreposition(words[at]) || words[at].Is("than")) continue;
            var end = PhraseEnd(words, at + 1);
            var inside = words[(at + 1)..end].Where(word => Shared.IsContent(Plain(word))).ToList();
            if (inside.Count == 0 || inside.Any(word => kept(word.Text)) || Grammar.IsPreposition(words[at - 1]) || BindsVerb(words, at)) continue;
            words.RemoveRange(at, end - at);
        }
    }

    /// <summary>"look at X": without X nothing is left.</summary>
    private static bool BindsVerb(List<Word> words, int at) => !(at == 1 && words.Skip(2).Any(word => Grammar.IsFinite(word) || Grammar.IsAuxiliary(word))) && Verbs.IsBase(Plain(words[at - 1])) && !Grammar.IsDeterminer(words[Math.Max(0, at - 2)]);

    private static int PhraseEnd(List<Word> words, int at)
    {
        while (at < words.Count && !Grammar.IsPreposition(words[at]) && !Grammar.IsAuxiliary(words[at]) && !words[at].Is(",") && !Grammar.IsFinite(words[at])) at++;
        return at;
    }

    /// <summary>"the nightly sales report" is "the report" where only that is common.</summary>
    private static void DropModifiers(List<Word> words, Func<string, bool> kept)
    {
        for (var at = words.Count - 2; at >= 0; at--)
        {
            var (word, next, before) = (Plain(words[at]), Plain(words[at + 1]), at > 0 ? words[at - 1] : Word.Of("the"));
            if (!Shared.IsContent(word) || kept(words[at].Text) || !Shared.IsContent(next) || !kept(words[at + 1].Text) || Verbs.IsBase(word) || (at == 0 && Verbs.OfPast(word) is { } past && Verbs.IsBase(past))) continue;
            if (Grammar.IsAuxiliary(words[at + 1]) || Grammar.IsFinite(words[at + 1]) || Grammar.IsAdjective(words[at + 1]) || Verbs.OfPast(next) is not null || Verbs.OfGerund(next) is not null) continue;
            if (!Grammar.IsDeterminer(before) && !Grammar.IsPreposition(before) && !(Shared.IsContent(Plain(before)) && at > 1) && !Verbs.IsBase(Plain(before))) continue;
            words.RemoveAt(at);
            if (at > 0 && before.Text is "a" or "an") words[at - 1] = Word.Of(Grammar.Article(next));
        }
    }

    private static string Plain(Word word) => word.Text.ToLowerInvariant();
}
