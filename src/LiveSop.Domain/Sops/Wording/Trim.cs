using System.Collections.Frozen;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Takes from the end of a phrase what a title can do without.</summary>
internal static class Trim
{
    private static readonly (string Phrase, int Length)[] Tails =
    [
        .. Text.Words.Phrases(
            """
            please, thanks, thank you, now, right now, today, tomorrow, yet, too, also, for you, for me, for us, for now, for them, to me, to us, at the moment,
            in the meantime, on our end, on our side, on my end, on my side, on your end, on your side, shortly, soon, asap, as soon as possible, as well, here, there, then, real quick, quickly,
            really, first, so far, if possible, if you can, if you like, just now, a moment ago, immediately, right away, again please, successfully, already, at all, instead,
            in advance, ok, okay, for a moment, for a second, just in case, by any chance, though, currently, with you, from you, and, or
            """).Select(phrase => (phrase, phrase.Split(' ').Length)).OrderByDescending(tail => tail.Length),
    ];

    private static readonly FrozenSet<string> Dangling = Grammar.Set("the a an to of with for on in at that is are by from and or about our into as onto than if whether");

    /// <summary>Politeness, times, and words that were left hanging.</summary>
    public static Word[] Tail(Word[] words)
    {
        while (words.Length > 1 && (IsDangling(words) ? 1 : TailLength(words)) is > 0 and var length) words = words[..^length];
        return words;
    }

    /// <summary>The same for a clause, which may well end "… they are on".</summary>
    public static Word[] ClauseTail(Word[] words)
    {
        while (words.Length > 1 && (words[^1].IsBreak ? 1 : TailLength(words)) is > 0 and var length) words = words[..^length];
        return words;
    }

    /// <summary>At most so many words; cut before a preposition if one comes late enough.</summary>
    public static Word[] ToLength(Word[] words, int room)
    {
        if (words.Length <= room) return words;
        if (Verbs.IsBase(words[room - 1].Text) && Grammar.IsPreposition(words[room]) && (room + 1 == words.Length || Grammar.IsPreposition(words[room + 1]))) return words[..(room + 1)];
        for (var at = room; at >= 3; at--)
            if (Grammar.IsPreposition(words[at]) && !(Verbs.IsBase(words[at - 1].Text) && at + 1 < words.Length && Grammar.IsPreposition(words[at + 1]))) return Tail(words[..at]);
        return Tail(words[..room]);
    }

    /// <summary>The title without its last prepositional phrase, without its last two, and so on, three words at least.</summary>
    public static IEnumerable<string> Shorter(string title)
    {
        var words = Word.All(title);
        for (var at = words.Length - 2; at >= 3; at--)
            if (Grammar.IsPreposition(words[at]) && !NeedsMore(words[at - 1]) && !IsParticle(words, at))
                yield return string.Join(' ', words[..at].Select(word => word.Surface));
    }

    /// <summary>"Ask where they are coming from" may end so.</summary>
    private static bool IsIndirectQuestion(string[] words) => words.Length > 4 && words[0] == "Ask" && Grammar.IsQuestionWord(Word.Of(words[1]));

    private static readonly FrozenSet<string> Open = Grammar.Set(
        "and or any some a an the its their our is are be been was were will would has have had not only able of for with to as that if whether which what when how many need needs want wants like let unable about from into than at mind other another each every several very more no average quite who whom refers called made still such same just");

    /// <summary>Does the title end where a phrase may end?</summary>
    public static bool IsWhole(string title)
    {
        if (!char.IsLetterOrDigit(title[^1])) return title[^1] is '”';
        var words = title.Split(' ');
        var last = Word.Of(words[^1].ToLowerInvariant());
        if (words.Length > 2 && words[^2] is "the" or "a" or "an" && Grammar.IsAdjective(last)) return false;
        if (IsIndirectQuestion(words)) return !Grammar.IsDeterminer(last) && !last.IsBreak && last.Text is not ("and" or "or" or "not" or "would" or "like" or "should" or "will" or "you");
        return !last.IsBreak && !Open.Contains(last.Text) && !Grammar.IsAuxiliary(last) && (!Grammar.IsFinite(last) || last.Text is "works" or "fails" or "returns" or "appears" or "arrives" or "expires");
    }

    /// <summary>"came back", "sign in": part of the verb.</summary>
    private static bool IsParticle(Word[] words, int at) =>
        words[at].Text is "back" or "up" or "down" or "out" or "off" or "over" or "away" or "through" && (Verbs.IsBase(words[at - 1].Text) || Verbs.OfPast(words[at - 1].Text) is not null)
        || (Grammar.IsPreposition(words[at + 1]) && Verbs.IsBase(words[at - 1].Text));

    private static bool NeedsMore(Word word) =>
        Grammar.IsPreposition(word) || Grammar.IsAuxiliary(word) || Grammar.IsQuestionWord(word) || word.Text is "that" or "not" or "and";

    /// <summary>Where a side clause begins that says why, when or which; or the end.</summary>
    /// <param name="from">Not before this index: the main clause needs so many words.</param>
    public static int SideClause(Word[] words, int from)
    {
        for (var at = from; at < words.Length; at++)
            if (words[at].IsBreak && !words[at].Is(",") || Begins(words, at)) return at;
        return words.Length;
    }

    private static bool Begins(Word[] words, int at)
    {
        var next = at + 1 < words.Length ? words[at + 1] : default;
        return words[at].Text switch
        {
            "because" or "which" or "who" or "while" or "once" or "so" or "but" or "unless" or "whenever" or "when" or "if" or "although" => true,
            "before" or "after" or "until" or "since" or "as" or "that" => next.Text is null || Grammar.IsPronoun(next) || (words[at].Is("that") && Grammar.IsAuxiliary(next)) || Verbs.OfGerund(next.Text) is not null || next.Text is "soon",
            "in" => next.Text is "order" or "case",
            "to" => at >= 3 && next.Text is not null && Verbs.IsBase(next.Text) && at + 2 < words.Length && Grammar.IsDeterminer(words[at + 2]),
            "i" or "you" or "we" or "they" or "it" => next.Text is not null && !Grammar.IsPreposition(words[at - 1]) && !Verbs.IsBase(words[at - 1].Text)
                && (Grammar.IsAuxiliary(next) || Verbs.IsBase(next.Text) || Verbs.OfPast(next.Text) is not null || Grammar.IsAdverb(next)),
            "a" or "an" or "the" or "my" or "your" => at >= 3 && RunsOn(words, at),
            _ => false,
        };
    }

    /// <summary>"report fraud on an account my card was …": a new subject, though nobody put a full stop.</summary>
    private static bool RunsOn(Word[] words, int at)
    {
        var before = words[at - 1];
        if (words[0].Text is "give" or "send" or "offer" or "show" or "grant" or "tell" or "ask") return false;
        return !NeedsMore(before) && !before.IsBreak && !Grammar.IsAdverb(before) && !Grammar.IsPronoun(before) && !Grammar.IsDeterminer(before) && before.Text is not ("or" or "them" or "us" or "me")
            && !Verbs.IsBase(before.Text) && Verbs.OfPast(before.Text) is null && Verbs.OfGerund(before.Text) is null;
    }

    /// <summary>"log in", "set up", "look into" may end so: the last word belongs to the verb.</summary>
    private static bool IsDangling(Word[] words)
    {
        if (words[^1].IsBreak) return true;
        var particle = words[^1].Text is "up" or "down" or "out" or "in" or "off" or "on" or "back" or "over" or "through" or "away" && Verbs.IsBase(words[^2].Text);
        return Dangling.Contains(words[^1].Text) && !particle;
    }

    private static int TailLength(Word[] words)
    {
        foreach (var tail in Tails)
            if (words.Length > tail.Length && Grammar.Reads(words, words.Length - tail.Length, tail.Phrase)) return tail.Length;
        return 0;
    }
}
