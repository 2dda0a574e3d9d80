using System.Collections.Frozen;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Requests to the other side: "can you …", "please …", "I need …", "you should …".</summary>
internal static class RequestRules
{
    private static readonly FrozenSet<string> Giving = Grammar.Set(
        "give send provide share show attach forward supply upload post paste specify indicate state list describe tell mention submit enter");

    private static readonly FrozenSet<string> Ability = Grammar.Set("see access reproduce hear connect remember recall reach view still be");

    private static readonly FrozenSet<string> ForTheReader = Grammar.Set(
        "try send give tell let wait hold make note click go bear stay provide share ensure feel keep follow use attach see do come ping reach shout");

    private static readonly string[] Advice =
    [
        "you should", "you need to", "you must", "you have to", "you will need to", "you will have to", "you may want to", "you might want to", "you would need to",
        "you can try", "you could try", "you may need to", "you ought to",
    ];

    private static readonly string[] Needs =
    [
        "i need you to", "we need you to", "i would like you to", "i will need you to", "i would need you to", "i want you to",
    ];

    /// <summary>Long ways to say "please".</summary>
    private static readonly string[] Asking =
    [
        "would you mind if i ask you to", "would you mind if i asked you to", "would you be able to", "would you be so kind as to", "would you be so kind to", "could i ask you to", "can i ask you to", "may i ask you to",
        "do you think you could", "do you think you can", "any chance you could", "any chance you can", "any chance to", "is there any chance you could", "is there a chance to", "is there a chance you could", "would it be possible to",
        "would it be possible for you to", "is it possible for you to", "can i get you to", "could i get you to", "i would ask you to", "i ask you to", "i was hoping you could", "it would be great if you could",
        "it would help if you could", "could they", "can they", "would they be able to", "mind if i ask you to", "if you could", "when you have a chance to",
    ];

    public static Draft? Read(Word[] words, bool asks)
    {
        if (words.Length < 2) return null;
        foreach (var opening in Asking)
            if (Grammar.Reads(words, 0, opening) && Grammar.PastAdverbs(words, opening.Split(' ').Length) is var at && at < words.Length && Verbs.IsBase(words[at].Text))
                return opening is "could they" or "can they" or "would they be able to" ? Relayed(words[at..]) : Ask(words[at..]);
        return Polite(words) ?? Need(words) ?? Advise(words) ?? Imperative(words, asks);
    }

    private static Draft? Polite(Word[] words)
    {
        if (words[0].Text is "can" or "could" or "would" or "will" && words[1].Text is "you" or "someone" or "somebody" or "anyone" or "we")
        {
            var verb = Grammar.PastAdverbs(words, 2);
            if (verb >= words.Length || words[1].Is("we") || words[verb].Text is "like" or "prefer" or "rather" or "want" or "need") return null;
            if (Ability.Contains(words[verb].Text) || Grammar.Reads(words, verb, "log in") || Grammar.Reads(words, verb, "sign in") || words[verb].Is("login")) return null;
            if (words[verb].Is("say") && words.Length - verb > 3) return Draft.Clause("Ask whether", words[(verb + 1)..]);
            if (words[verb].Is("mind") && verb + 1 < words.Length && Verbs.OfGerund(words[verb + 1].Text) is { } gerund)
                return Ask([Word.Of(gerund), .. words[(verb + 2)..]]);
            return Ask(words[verb..]);
        }
        if (!words[0].Is("please")) return words[^1].Is("please") && Verbs.IsBase(words[0].Text) ? Ask(words[..^1]) : null;
        return Ask(words[Grammar.PastAdverbs(words, 1)..]);
    }

    private static Draft? Need(Word[] words)
    {
        foreach (var need in Needs)
            if (Grammar.Reads(words, 0, need)) return Ask(words[need.Split(' ').Length..]);
        if (!Grammar.IsSpeaker(words[0])) return null;
        var at = Grammar.PastAdverbs(words, 1);
        while (at < words.Length && words[at].Text is "will" or "would" or "do" or "might" or "may" or "also") at = Grammar.PastAdverbs(words, at + 1);
        if (at + 1 >= words.Length || words[at].Text is not ("need" or "require")) return null;
        return words[at + 1].Is("to") ? null : Draft.Noun("Ask for", words[(at + 1)..]);
    }

    private static Draft? Advise(Word[] words)
    {
        foreach (var advice in Advice)
            if (Grammar.Reads(words, 0, advice) && Grammar.PastAdverbs(words, advice.Split(' ').Length) is var at && at < words.Length && Verbs.IsBase(words[at].Text))
                return Draft.Verb("Tell them to", words[at..], 0.95);
        return null;
    }

    private static Draft? Imperative(Word[] words, bool asks)
    {
        if (words.Length > 2 && Grammar.Reads(words, 0, "do not") && words[2].Text is "understand" or "know" or "have" or "see" or "think" or "believe" or "find") return null;
        if (words[0].Is("do") && words[1].Text is not ("not" or "it" or "this" or "that" or "the")) return null;
        if (words[0].Text is "feel" or "let" or "do" || ForTheReader.Contains(words[0].Text)) return asks && !words[0].Is("let") ? null : Ask(words);
        if (!asks && words[0].Text is "get" or "have" && Relay(words) is { } relayed) return relayed;
        var polite = words.Any(word => word.Is("please"));
        if (!Verbs.IsBase(words[0].Text) || asks || Grammar.IsAuxiliary(words[1])) return null;
        return polite ? Ask([.. words.Where(word => !word.Is("please"))]) : null;
    }

    /// <param name="words">From the verb on.</param>
    private static Draft? Ask(Word[] words)
    {
        if (words.Length == 0) return null;
        if (Courtesy(words) is { } courtesy) return courtesy;
        if (Relay(words) is { } relayed) return relayed;
        if (Grammar.Reads(words, 0, "do not") || Grammar.Reads(words, 0, "not")) return Draft.Verb("Ask not to", words[(words[0].Is("do") ? 2 : 1)..]);
        if (words[0].Is("let") && words.Length > 2 && words[2].Is("know") && words[1].Text is not ("me" or "us")) return Draft.Fixed("Ask to pass it on", 0.6);
        if (words[0].Is("let")) return words.Length > 2 && words[1].Text is "me" or "us" && words[2].Is("know") ? LetKnow(words[3..]) : null;
        if (Grammar.Reads(words, 0, "note that") || Grammar.Reads(words, 0, "keep in mind")) return Draft.Clause("Say that", words[(words[0].Is("note") ? 2 : 3)..].SkipWhile(word => word.Is("that")).ToArray(), Draft.Telling);
        if (words[0].Is("see") && words[^1].Is("{url}")) return Draft.Fixed("Point to the page", 0.8);
        if (words[0].Is("tell") && words.Length > 3 && words[1].Text is "them" or "him" or "her") return Draft.Clause("Tell them that", words[2..].SkipWhile(word => word.Is("that")).ToArray(), Draft.Telling);
        if (Giving.Contains(words[0].Text) || (words[0].Is("read") && words.Length > 1 && words[1].Is("me"))) return Give(words);
        if (words[0].Text is "confirm" or "verify" && words.Length > 1) return Confirm(words);
        return Verbs.IsBase(words[0].Text) ? Draft.Verb("Ask to", words) : null;
    }

    private static Draft? Courtesy(Word[] words)
    {
        if (words[0].Text is "wait" or "hold" or "bear" or "hang" or "stand" || Grammar.Reads(words, 0, "give me a moment") || Grammar.Reads(words, 0, "give me a minute") || Grammar.Reads(words, 0, "give me a sec") || (words[0].Is("give") && words[^1].Text is "minutes" or "minute" or "seconds" or "time"))
            return Draft.Fixed("Ask to wait", 0.8);
        return words[0].Text is "feel" or "shout" || Grammar.Reads(words, 0, "come back") || Grammar.Reads(words, 0, "ping me") || Grammar.Reads(words, 0, "ping us") || Grammar.Reads(words, 0, "reach out") || Grammar.Contains(words, "hesitate to") ? Draft.Fixed("Offer further help", 0.6) : null;
    }

    /// <summary>"ask Ana to retry", "get them to retry", "have the customer retry".</summary>
    private static Draft? Relay(Word[] words)
    {
        if (words[0].Text is not ("ask" or "have" or "get" or "tell" or "remind" or "invite") || words.Length < 4) return null;
        var to = Array.FindIndex(words, 2, Math.Min(words.Length - 2, 3), word => word.Is("to"));
        if (to < 0 && words[0].Is("have") && words[1].Is("them") && Verbs.IsBase(words[2].Text)) to = 1;
        return to < 0 || to + 1 >= words.Length || !words[to + 1].Text.All(char.IsLetter) || Grammar.IsDeterminer(words[to + 1]) || words[1].Text is "me" or "you" or "us" or "a" ? null : Relayed(words[(to + 1)..]);
    }

    private static Draft? Relayed(Word[] words) => Draft.Verb("Have the other side", words, 0.95);

    private static Draft? LetKnow(Word[] rest)
    {
        if (rest.Length == 0 || rest[0].Text is "once" or "when" or "as" || Grammar.Contains(rest, "how it goes")) return Draft.Fixed("Ask to report back", 0.6);
        var further = rest[0].Is("if") && rest.Any(word => word.Text is "else" or "questions" or "help" or "anything" or "other" or "further" or "assistance");
        return further ? Draft.Fixed("Offer further help", 0.6) : About(rest);
    }

    private static Draft? Give(Word[] words)
    {
        var at = 1;
        while (at < words.Length && words[at].Text is "me" or "us" or "over" or "through" or "along" or "out" || (at > 1 && at < words.Length && words[at].Is("with"))) at++;
        var rest = words[at..];
        if (rest.Length == 0) return null;
        if (rest[0].Text is "it" or "them" or "this" or "that" && (rest.Length == 1 || Grammar.IsPreposition(rest[1]))) return Draft.Verb("Ask to", [words[0], .. rest]);
        return About(rest);
    }

    private static Draft? About(Word[] rest)
    {
        if (rest[0].Text is "if" or "whether") return Draft.Clause("Ask whether", rest[1..]);
        if (rest[0].Is("that")) rest = rest[1..];
        if (rest.Length == 0) return null;
        return Grammar.IsQuestionWord(rest[0]) ? Draft.Clause("Ask", rest) : Draft.Noun("Ask for", rest);
    }

    private static Draft? Confirm(Word[] words) => words[1].Text switch
    {
        "if" or "whether" => Draft.Clause("Ask whether", words[2..]),
        "that" when words.Length > 3 => Draft.Clause("Ask to confirm that", words[2..]),
        _ when Grammar.IsQuestionWord(words[1]) => Draft.Clause("Ask", words[1..]),
        _ => Draft.Noun("Ask to confirm", words[1..]),
    };
}
