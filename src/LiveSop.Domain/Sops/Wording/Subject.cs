using System.Collections.Frozen;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>The subject of a clause that stands behind "Say that" or "Ask whether".</summary>
internal static class Subject
{
    private static readonly FrozenSet<string> NoArticle = Grammar.Set("nothing none everything something anything someone everyone nobody somebody anybody more most many other others both either");

    /// <summary>"quote is out" is "the quote is out".</summary>
    public static Word[] WithArticle(Word[] words, string head)
    {
        if (head is not ("Say that" or "Ask whether" or "Explain that") || words.Length < 2) return words;
        var first = words[0];
        var bare = !Grammar.IsDeterminer(first) && !Grammar.IsPronoun(first) && !Grammar.IsPreposition(first) && !Grammar.IsAuxiliary(first) && !Grammar.IsQuestionWord(first)
            && !NoArticle.Contains(first.Text) && !first.IsPlaceholder && first.Surface == first.Text && char.IsLetter(first.Text[0]) && !(first.Text.EndsWith('s') && !first.Text.EndsWith("ss", StringComparison.Ordinal))
            && !Grammar.IsAdverb(first) && !Grammar.IsAdjective(first) && first.Text is not ("please" or "not" or "several" or "let") && Verbs.OfGerund(first.Text) is null;
        return bare ? [Word.Of("the"), .. words] : words;
    }

    /// <summary>A clause has a subject and a verb; "a takes hours" lost the one, "a block of wood" has no other.</summary>
    public static bool Stands(Word[] words)
    {
        if (words.Length < 2) return false;
        if (words.Length > 2 && words[^1].Text is "amount" or "number" or "link" or "date" or "time" && words[^2].Is("the") && Grammar.IsBe(words[^3])) return false;
        for (var at = 1; at + 1 < words.Length; at++)
            if (words[at].Text is "says" or "shows" && Grammar.IsPreposition(words[at + 1])) return false;
        if (words[^1].Text is "it" && Grammar.IsBe(words[^2])) return false;
        if (words[0].Text is "a" or "an" or "the" && (Grammar.IsFinite(words[1]) || Grammar.IsAuxiliary(words[1]) || (words.Length > 2 && words[1].Text.EndsWith("ten", StringComparison.Ordinal)))) return false;
        if (Verbs.IsBase(words[0].Text) && !words.Skip(1).Any(word => Grammar.IsAuxiliary(word) || Grammar.IsFinite(word))) return false;
        return Enumerable.Range(1, words.Length - 1).Any(at => Grammar.IsAuxiliary(words[at]) || Grammar.IsFinite(words[at]) || IsPresent(words, at) || IsPast(words, at));
    }

    /// <summary>"it runs", "events arrive"; not "the runs of".</summary>
    private static bool IsPresent(Word[] words, int at) =>
        !Grammar.IsDeterminer(words[at - 1]) && !Grammar.IsPreposition(words[at - 1]) && words[at - 1].Text is not ("two" or "three" or "several" or "many" or "few" or "more" or "other")
        && (Verbs.IsBase(words[at].Text) && (words[at - 1].Text.EndsWith('s') || Grammar.IsPronoun(words[at - 1]) || Grammar.IsAdverb(words[at - 1]) || words[at - 1].Is("not") || words[at - 1].Is("people")) || words[at].Text.EndsWith('s') && words[at].Text.Length > 3 && Verbs.IsBase(words[at].Text[..^1]));

    /// <summary>"the import failed", "they changed the key"; not "a letter written by".</summary>
    private static bool IsPast(Word[] words, int at) =>
        Verbs.OfPast(words[at].Text) is { } verb && Verbs.IsBase(verb) && !Grammar.IsDeterminer(words[at - 1]) && !Grammar.IsPreposition(words[at - 1])
        && (Grammar.IsIntransitive(verb) || Grammar.IsPronoun(words[0]) || (at + 1 < words.Length && (Grammar.IsDeterminer(words[at + 1]) || Grammar.IsPronoun(words[at + 1]))));
}
