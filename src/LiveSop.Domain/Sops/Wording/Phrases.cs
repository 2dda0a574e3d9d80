namespace LiveSop.Domain.Sops.Wording;

/// <summary>A thing, as the title names it: "your order number {id}" is "the order number".</summary>
internal static class NounPhrase
{
    public static Word[] Of(Word[] words)
    {
        words = WithoutQuantity(words);
        if (words.Length == 0) return [];
        words = Spoken.Values(words[..Trim.SideClause(words, Math.Min(2, words.Length))]);
        return Spoken.Pronouns(words, subjectFirst: false);
    }

    public static Word[] Definite(Word[] words)
    {
        words = Of(words);
        if (words.Length == 0) return [];
        if (words[0].Text is "the" or "our") return words;
        if (words[0].Text is "a" or "an") words = words[1..];
        return [Word.Of("the"), .. words];
    }

    /// <summary>"a few more details" asks for more details; "any update" for an update.</summary>
    private static Word[] WithoutQuantity(Word[] words)
    {
        if (words.Length > 2 && words[0].Is("a") && words[1].Text is "few" or "bit" or "little" or "couple") words = words[2..];
        if (words.Length > 1 && words[0].Is("of")) words = words[1..];
        if (words.Length > 1 && words[0].Is("any"))
            return IsPlural(words[1]) || (words.Length > 2 && words[^1].Text.Length > 2 && words[^1].Text.EndsWith('s') && !words.Skip(1).Any(Grammar.IsPreposition)) ? words[1..] : [Article(words[1]), .. words[1..]];
        return words.Length > 1 && words[0].Text is "some" ? words[1..] : words;
    }

    private static bool IsPlural(Word noun) =>
        noun.Text.EndsWith('s') || noun.Text is "help" or "information" or "news" or "feedback" or "progress" or "other" or "more";

    private static Word Article(Word noun) => Word.Of(noun.Text[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a");
}

/// <summary>A verb in its base form, and what belongs to it: "send you a link to {email}" is "send a link to the email address".</summary>
internal static class VerbPhrase
{
    public static Word[] Of(Word[] words)
    {
        words = words[..Trim.SideClause(words, Math.Min(2, words.Length))];
        if (words.Length > 2 && words[1].Text is "you" or "me" or "us" && (Grammar.IsDeterminer(words[2]) || words[2].IsPlaceholder))
            words = [words[0], .. words[2..]];
        words = Spoken.Pronouns(Spoken.Values(words), subjectFirst: false);
        return SecondVerb(words) is > 0 and var second ? words[..second] : words;
    }

    /// <summary>"check the logs and restart": the first deed is the step.</summary>
    private static int SecondVerb(Word[] words)
    {
        for (var at = 2; at + 1 < words.Length; at++)
            if (words[at].Text is "and" && Verbs.OfGerund(words[at + 1].Text) is { } verb && Verbs.IsBase(verb)) return at;
        return 0;
    }
}

/// <summary>A clause with its subject, told of the requester: "you are on the VPN" is "they are on the VPN".</summary>
internal static class ClausePhrase
{
    private const int FewestWords = 4;

    public static Word[] Of(Word[] words)
    {
        if (words.Length > FewestWords) words = words[..Trim.SideClause(words, FewestWords)];
        return Spoken.Pronouns(Spoken.Values(words), subjectFirst: true);
    }
}
