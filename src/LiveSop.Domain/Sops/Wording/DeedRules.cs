namespace LiveSop.Domain.Sops.Wording;

/// <summary>What responders say that they did, do or will do.</summary>
internal static class DeedRules
{
    private static readonly string[] Intents =
    [
        "let me", "let us", "allow me to", "i will", "we will", "i shall", "i need to", "we need to", "i have to", "we have to", "i want to", "i would like to", "i must",
        "i am going to", "we are going to", "i am trying to", "i am about to", "i was able to", "we were able to", "i am able to", "we are able to", "i managed to", "we managed to", "going to", "i got to", "will", "about to", "need to", "managed to", "let's",
        "i would", "i will need to", "i will have to", "i will try to", "i will go ahead and", "let me go ahead and", "i am happy to", "i can", "we can", "trying to",
    ];

    public static Draft? Read(Word[] words, bool asks)
    {
        if (asks || words.Length == 0) return null;
        return Intent(words) ?? Said(words) ?? Passive(words) ?? Telegraphic(words);
    }

    private static Draft? Intent(Word[] words)
    {
        foreach (var intent in Intents.Where(intent => Grammar.Reads(words, 0, intent)).OrderByDescending(intent => intent.Length))
        {
            var at = Grammar.PastAdverbs(words, intent.Split(' ').Length);
            if (at >= words.Length || !Verbs.IsBase(words[at].Text) || words[at].Text is "be" or "know" or "need" or "have" && intent is "let me" or "i will" or "i would" or "we will") continue;
            if (intent is "i can" or "we can" && words[at].Text is not ("confirm" or "reproduce")) return words[at].Is("see") ? null : Draft.Verb("Offer to", words[at..], 0.9);
            return Draft.Verb("", words[at..]);
        }
        return null;
    }

    /// <summary>"I have restarted …", "restarted …", "I am restarting …", "restarting …".</summary>
    private static Draft? Said(Word[] words)
    {
        var at = Grammar.IsSpeaker(words[0]) || words[0].Text is "have" or "has" ? 1 : 0;
        var subject = Grammar.IsSpeaker(words[0]);
        at = Grammar.PastAdverbs(words, at);
        if (at < words.Length && subject && (Grammar.IsHave(words[at]) || Grammar.IsBe(words[at]))) at = Grammar.PastAdverbs(words, at + 1);
        if (at < words.Length && words[at].Text is "been" or "still") at = Grammar.PastAdverbs(words, at + 1);
        if (at >= words.Length || Grammar.IsAuxiliary(words[at]) && words[at].Text is not ("did" or "had")) return null;
        var verb = Verbs.OfPast(words[at].Text) ?? Verbs.OfGerund(words[at].Text);
        if (verb is null || (verb is "do" && at + 1 < words.Length && (words[at + 1].Is("not") || Verbs.IsBase(words[at + 1].Text))) || IsThing(words, at, subject) || Telling(verb, words, at) || (!subject && !Verbs.IsBase(verb)) || (Verbs.IsBase(words[at].Text) && !subject && verb != words[at].Text)) return null;
        if (!subject && at + 1 < words.Length && Grammar.IsAuxiliary(words[at + 1])) return null;
        var rest = words[(at + 1)..];
        if (HandsOver(verb, rest)) return Draft.Fixed("Hand the case over", 0.9);
        return verb is "be" or "have" ? null : Draft.Verb("", [Word.Of(verb), .. WithObject(verb, rest)]);
    }

    /// <summary>"meeting reason", "booking number": things, though they end in -ing.</summary>
    private static bool IsThing(Word[] words, int at, bool subject) =>
        !subject && words[at].Text is "meeting" or "booking" or "setting" or "billing" or "training" or "rating" or "building" or "following" or "pending" or "heading" && (at + 1 >= words.Length || !Grammar.IsDeterminer(words[at + 1]));

    /// <summary>"Handing over to Ana", "passing this to Ana", "heading out, Ana takes over".</summary>
    private static bool HandsOver(string verb, Word[] rest) =>
        verb is "hand" or "pass" or "reassign" or "transfer" && rest.Length > 0 && rest.TakeWhile(word => !word.IsPlaceholder).All(word => word.Text is "it" or "this" or "that" or "over" or "on" or "to") || (verb is "head" && rest is [{ Text: "out" or "off" }, ..]);

    /// <summary>"Forwarded to payroll" leaves out what everybody knows.</summary>
    private static Word[] WithObject(string verb, Word[] rest) =>
        verb is "forward" or "assign" or "reassign" or "send" or "transfer" or "pass" or "move" or "hand" && rest.Length > 0 && rest[0].Is("to")
            ? [Word.Of("it"), .. rest]
            : rest;

    /// <summary>"I noticed that …" tells; "I noticed an error" is a deed.</summary>
    private static bool Telling(string verb, Word[] words, int at) =>
        verb is "think" or "believe" or "see" or "guess" or "understand" or "notice" or "hear" or "suspect" or "hope" or "afraid" or "wonder" or "know"
        || (at + 1 < words.Length && words[at + 1].Text is "that" or "nothing" or "no")
        || (at + 1 == words.Length && Grammar.IsIntransitive(verb));

    /// <summary>"Your booking is confirmed", "the fix has been deployed".</summary>
    private static Draft? Passive(Word[] words)
    {
        var helper = Array.FindIndex(words, 1, words.Length - 1, word => Grammar.IsBe(word) || Grammar.IsHave(word));
        if (helper < 1 || helper > 6 || words[..helper].Any(word => Grammar.IsQuestionWord(word) || word.Text is "no" or "not" or "nothing" or "none" or "nobody" || Grammar.IsSpeaker(word))) return null;
        var perfect = Grammar.IsHave(words[helper]);
        var at = Grammar.PastAdverbs(words, helper + 1);
        if (perfect && (at >= words.Length || !words[at++].Is("been"))) return null;
        if (at < words.Length && words[at].Is("being")) at++;
        at = Grammar.PastAdverbs(words, at);
        if (at >= words.Length || Verbs.OfPast(words[at].Text) is not { } verb || !Verbs.IsBase(verb) || verb is "be" or "have" or "do" || (!perfect && (Grammar.IsStative(words[at]) || (at + 1 < words.Length && words[at + 1].Is("until"))))) return null;
        var subject = words[..helper];
        if (subject.Any(Grammar.IsFinite) || subject.Skip(1).Any(word => Grammar.IsPronoun(word) && !Grammar.IsDeterminer(word)) || subject[0].Is("according") || IsBroken(subject)) return null;
        if (subject is [{ Text: "you" or "it" or "that" or "this" or "all" }] && !perfect) return null;
        return Draft.Verb("", [Word.Of(verb), .. Object(subject), .. words[(at + 1)..]]);
    }

    /// <summary>"Refund issued".</summary>
    private static Draft? Telegraphic(Word[] words)
    {
        var end = Array.FindIndex(words, Math.Min(2, words.Length), Grammar.IsPreposition);
        if (end is > 1 and < 5 && Verbs.OfPast(words[end - 1].Text) is not null) words = words[..end];
        if (words.Length is < 2 or > 4 || Verbs.OfPast(words[^1].Text) is not { } verb || !Verbs.IsBase(verb) || verb is "do" or "be" or "have" or "get" or "go" || Grammar.IsIntransitive(verb) || Grammar.IsStative(words[^1])) return null;
        var subject = words[..^1].Where(word => !Grammar.IsAdverb(word) && word.Text is not ("success" or "successful")).ToArray();
        if (subject.Length == 0) return null;
        if (subject.Any(word => Grammar.IsAuxiliary(word) || Grammar.IsPreposition(word) || Grammar.IsPronoun(word) || Grammar.IsFinite(word) || word.Text is "no" or "not" or "nothing" or "none")) return null;
        return Draft.Verb("", [Word.Of(verb), .. Object(subject)]);
    }

    /// <summary>"a called …": the noun went missing.</summary>
    private static bool IsBroken(Word[] subject) => subject.Length > 1 && subject[0].Text is "a" or "an" && Verbs.OfPast(subject[1].Text) is not null && (subject.Length == 2 || Grammar.IsPreposition(subject[2]));

    private static Word[] Object(Word[] subject)
    {
        if (subject[0].Text is "everything" or "nothing" or "something" || Grammar.IsDeterminer(subject[0]) || Grammar.IsPronoun(subject[0]) || subject[0].IsPlaceholder) return subject;
        return [Word.Of("the"), .. subject];
    }
}
