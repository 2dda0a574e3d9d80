namespace LiveSop.Domain.Sops.Wording;

/// <summary>Questions and offers.</summary>
internal static class QuestionRules
{
    private static readonly string[] Offers =
    [
        "would you like me to", "would you like us to", "do you want me to", "do you want us to", "do you need me to", "want me to", "shall i", "shall we",
        "should i", "should we", "may i", "can i", "can we", "could i", "could we", "may we",
    ];

    public static Draft? Read(Word[] words, bool asks)
    {
        if (words.Length == 0) return null;
        if (words.Length > 2 && Grammar.IsPreposition(words[0]) && Grammar.IsQuestionWord(words[1])) return WithPreposition(words[0], Read(words[1..], asks));
        return Help(words) ?? Offer(words) ?? (Grammar.IsQuestionWord(words[0]) ? WhQuestion(words, asks) : YesOrNo(words, asks));
    }

    /// <summary>"For how many people should it be?" asks for how many people it should be.</summary>
    private static Draft? WithPreposition(Word preposition, Draft? question) =>
        question is not null && question.Title.StartsWith("Ask how many", StringComparison.Ordinal) ? Draft.Fixed($"Ask {preposition}{question.Title[3..]}", question.Weight) : question;

    private static Draft? Help(Word[] words)
    {
        var offered = Grammar.Contains(words, "there anything") && (words[^1].Is("anything") || words.Any(word => word.Text is "help" or "do" or "assist"));
        if (offered || Grammar.Contains(words, "anything else") || Grammar.Contains(words, "something else") || Grammar.Reads(words, 0, "what else"))
            return Draft.Fixed("Ask whether anything else is needed", 0.9);
        var asks = Grammar.Contains(words, "can i") || Grammar.Contains(words, "may i") || Grammar.Contains(words, "can we") || Grammar.Contains(words, "could i") || Grammar.Contains(words, "may we");
        var helps = words.Any(word => word.Text is "help" or "assist") || Grammar.Contains(words, "do for you");
        asks |= words.Length < 8 && words.Any(word => word.Is("how"));
        return asks && helps && words.Length < 12 ? Draft.Fixed("Ask how to help", 0.8) : null;
    }

    private static Draft? Offer(Word[] words)
    {
        foreach (var offer in Offers)
        {
            if (!Grammar.Reads(words, 0, offer)) continue;
            var rest = words[Grammar.PastAdverbs(words, offer.Split(' ').Length)..];
            if (rest.Length == 0) return null;
            if (offer.StartsWith("may", StringComparison.Ordinal) || offer.StartsWith("can", StringComparison.Ordinal) || offer.StartsWith("could", StringComparison.Ordinal))
                if (Asking(rest) is { } asking) return asking;
            return Verbs.IsBase(rest[0].Text) ? Draft.Verb("Offer to", rest) : null;
        }
        if (Grammar.Reads(words, 0, "would you like to") && words.Length > 4) return Draft.Verb("Ask whether they want to", words[4..]);
        return Grammar.Reads(words, 0, "would you like") && words.Length > 3 && !words[3].Is("that") ? Draft.Noun("Offer", words[3..]) : null;
    }

    /// <summary>"Can I have …", "may I ask when …".</summary>
    private static Draft? Asking(Word[] rest) => rest[0].Text switch
    {
        "have" or "get" or "take" or "see" => Draft.Noun("Ask for", rest[1..]),
        "ask" when rest.Length > 2 && rest[1].Is("for") => Draft.Noun("Ask for", rest[2..]),
        "ask" when rest.Length > 1 => Read(rest[1..].Where(word => !word.Is("you")).ToArray(), true) ?? Draft.Noun("Ask for", rest[1..]),
        "know" when rest.Length > 1 => Grammar.IsQuestionWord(rest[1]) ? Draft.Clause("Ask", rest[1..]) : Draft.Noun("Ask for", rest[1..]),
        "offer" or "suggest" => Draft.Noun(rest[0].Is("offer") ? "Offer" : "Suggest", rest[1..]),
        _ => null,
    };

    private static Draft? WhQuestion(Word[] words, bool asks)
    {
        if (words.Length > 2 && Grammar.Reads(words, 1, "about") && words[0].Text is "what" or "how") return Draft.Noun("Suggest", words[2..]);
        var auxiliary = Array.FindIndex(words, 1, Math.Min(words.Length - 1, 6), Grammar.IsAuxiliary);
        if (auxiliary < 0) return asks ? Suits(words) ?? Bare(words) ?? Draft.Clause("Ask", words) : null;
        if (auxiliary == words.Length - 1) return null;
        return Thing(words, auxiliary) ?? Wanted(words, auxiliary) ?? Inverted(words, auxiliary);
    }

    /// <summary>"What is your order number?"</summary>
    private static Draft? Thing(Word[] words, int auxiliary)
    {
        if (auxiliary != 1 || !words[0].Is("what") || !Grammar.IsBe(words[1]) || !words[2].Text.StartsWith("your", StringComparison.Ordinal) && words[2].Text is not ("the" or "our" or "a"))
            return null;
        var name = words[2..Trim.SideClause(words, Math.Min(4, words.Length))];
        var moving = name.Length > 2 && Verbs.OfGerund(name[^1].Text) is { } verb && Verbs.IsBase(verb);
        return moving ? null : Draft.Definite("Ask for", name);
    }

    /// <summary>"What day would you like?"</summary>
    private static Draft? Wanted(Word[] words, int auxiliary)
    {
        if (auxiliary < 2 || words[0].Text is not ("what" or "which") || Grammar.Contains(words[..auxiliary], "of")) return null;
        var wanted = words.Length > auxiliary + 2 && words[auxiliary + 1].Is("you") && words[auxiliary + 2].Text is "like" or "want" or "prefer" or "need" or "have";
        return wanted ? Draft.Definite("Ask for", words[1..auxiliary]) : null;
    }

    /// <summary>"What time works for you?"</summary>
    private static Draft? Suits(Word[] words) =>
        words.Length > 3 && words[0].Text is "what" or "which" && words[2].Text is "works" or "suits" or "fits" ? Draft.Definite("Ask for", words[1..2]) : null;

    /// <summary>"What price range?", "How many guests?"</summary>
    private static Draft? Bare(Word[] words)
    {
        if (words.Length < 2 || words.Skip(1).Any(word => Grammar.IsPronoun(word) || (Verbs.OfPast(word.Text) is { } past && Verbs.IsBase(past)))) return null;
        if (words.Length > 2 && Grammar.Reads(words, 0, "how many")) return Draft.Noun("Ask for the number of", words[2..]);
        return words[0].Text is "what" or "which" && words.Length <= 4 && !Grammar.IsPreposition(words[1]) && !words.Any(word => IsThirdPerson(word)) ? Draft.Definite("Ask for", words[1..]) : null;
    }

    private static bool IsThirdPerson(Word word) => word.Text.Length > 3 && word.Text[^1] == 's' && Verbs.IsBase(word.Text[..^1]);

    private static Draft? Inverted(Word[] words, int auxiliary)
    {
        if (words[0].Text is "what" or "who" && auxiliary == 1 && !Grammar.IsPronoun(words[2]) && !Grammar.IsDeterminer(words[2]) && !Grammar.IsHave(words[1])) return Draft.Clause("Ask", words);
        if (auxiliary > 1 && auxiliary + 1 < words.Length && Inversion.EndsSubject(words[auxiliary + 1])) return Draft.Clause("Ask", words);
        return Inversion.Undo(words, auxiliary) is { } clause ? Draft.Clause("Ask", [.. words[..auxiliary], .. clause]) : null;
    }

    private static Draft? YesOrNo(Word[] words, bool asks)
    {
        if (Grammar.IsAuxiliary(words[0]) && words.Length > 2 && (asks || Grammar.IsPronoun(words[1]) || Grammar.IsDeterminer(words[1])))
            return Inversion.Undo(words, 0) is { } clause ? Draft.Clause("Ask whether", clause) : null;
        if (!asks) return null;
        if (words[0].Is("got") && words.Length > 1) return Draft.Noun("Ask for", words[1..]);
        if (words.Length == 1 && (Grammar.IsAdjective(words[0]) || words[0].Text is "possible" or "ok" or "okay" or "fine")) return Draft.Fixed("Ask whether that is " + (words[0].Text is "ok" or "okay" or "fine" ? "all right" : words[0].Text), 0.9);
        if (words.Length > 1 && Verbs.IsBase(words[0].Text) && Verbs.OfGerund(words[1].Text) is not null) return Draft.Verb("Offer to", words);
        if (words[0].Is("any")) return Draft.Noun("Ask for", words);
        if (words.Length > 2 && (Grammar.IsPronoun(words[0]) && !Grammar.IsSpeaker(words[0]) || IsStatement(words))) return Draft.Clause("Ask whether", words, 0.95);
        var named = words.Length is 2 or 3 && !Grammar.IsDeterminer(words[1]) && !Grammar.IsPreposition(words[1]) && !Grammar.IsPronoun(words[1]) && !words[1].Is("me");
        var verb = Verbs.IsBase(words[0].Text) || Verbs.OfGerund(words[0].Text) is not null;
        var tells = words.Skip(1).Any(word => Grammar.IsAuxiliary(word) || Grammar.IsFinite(word));
        return words.Length <= 4 && !tells && (named || !verb) ? Draft.Definite("Ask for", words) : null;
    }

    /// <summary>"The hall is free?" is asked in the order of a statement.</summary>
    private static bool IsStatement(Word[] words) =>
        !Grammar.IsSpeaker(words[0]) && !Grammar.IsAuxiliary(words[0]) && !Grammar.IsQuestionWord(words[0]) && words.Length > 2 && Array.FindIndex(words, Grammar.IsBe) is > 0 and < 4;
}
