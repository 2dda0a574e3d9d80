namespace LiveSop.Domain.Sops.Wording;

/// <summary>Turns the word order of a question into that of a clause: "did it start" is "it started".</summary>
internal static class Inversion
{
    /// <param name="auxiliary">The index of the verb that was put before its subject.</param>
    /// <returns>The clause from its subject on, or null where the subject cannot be told.</returns>
    public static Word[]? Undo(Word[] words, int auxiliary)
    {
        var start = auxiliary + 1;
        var helper = words[auxiliary];
        if (start < words.Length && words[start].Is("not")) start++;
        var end = SubjectEnd(words, start, helper.Text is "do" or "does" or "did");
        if (end <= start || end > words.Length || (end == words.Length && !helper.Is("is") && !helper.Is("are"))) return null;
        var subject = words[start..end];
        var rest = words[end..];
        if (helper.Is("is") && subject is [{ Text: "it" or "that" or "this" }] && rest.Length > 0 && rest[0].Text is "work" or "run" or "help" or "happen" or "arrive" or "behave") return [.. subject, Word.Of(Verbs.ThirdPerson(rest[0].Text)), .. rest[1..]];
        return helper.Text is "do" or "does" or "did" ? [.. subject, .. Conjugate(helper, rest)] : [.. subject, helper, .. rest];
    }

    private static Word[] Conjugate(Word helper, Word[] rest)
    {
        var verb = Grammar.PastAdverbs(rest, 0);
        if (verb >= rest.Length || rest[verb].Is("not")) return [helper, .. rest];
        if (Verbs.OfGerund(rest[verb].Text) is { } moving && Verbs.IsBase(moving)) return [Word.Of("is"), .. rest];
        var form = helper.Text switch
        {
            "did" => Verbs.Past(rest[verb].Text),
            "does" => Verbs.ThirdPerson(rest[verb].Text),
            _ => rest[verb].Surface,
        };
        return [.. rest[..verb], Word.Of(form), .. rest[(verb + 1)..]];
    }

    private static int SubjectEnd(Word[] words, int start, bool withDo)
    {
        if (start >= words.Length) return 0;
        var determiner = Grammar.IsDeterminer(words[start]);
        if (Grammar.IsPronoun(words[start]) && !(determiner && start + 1 < words.Length && IsNoun(words[start + 1], withDo))) return start + 1;
        for (var at = start + (determiner ? 2 : 1); at < words.Length; at++)
            if (withDo ? IsItsVerb(words, at) : EndsSubject(words[at])) return at;
        return withDo ? 0 : Math.Max(start + 1, words.Length - 1);
    }

    /// <summary>Of "the error message say" the last may be the verb, though "message" can be one too.</summary>
    private static bool IsItsVerb(Word[] words, int at) =>
        Verbs.IsBase(words[at].Text) && !Grammar.IsDeterminer(words[at - 1]) && (at + 1 == words.Length || !Verbs.IsBase(words[at + 1].Text));

    private static bool IsNoun(Word word, bool withDo) =>
        !Grammar.IsPreposition(word) && !Grammar.IsAdverb(word) && !Grammar.IsAdjective(word) && !(withDo && Verbs.IsBase(word.Text))
        && Verbs.OfGerund(word.Text) is null && Verbs.OfPast(word.Text) is null && !Grammar.IsDeterminer(word) && !Grammar.IsPronoun(word);

    /// <summary>A word that follows a subject and is no part of it.</summary>
    public static bool EndsSubject(Word word) =>
        Grammar.IsPreposition(word) || Grammar.IsAdjective(word) || Grammar.IsAdverb(word) || word.Text is "not" or "be" or "been"
        || (Verbs.OfGerund(word.Text) is { } gerund && Verbs.IsBase(gerund)) || (Verbs.OfPast(word.Text) is { } past && Verbs.IsBase(past));
}
