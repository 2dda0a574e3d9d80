using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>What somebody wants, as a title and as the words of a trigger.</summary>
/// <param name="Title">"Reset a password".</param>
/// <param name="Told">"asks to reset a password", to follow "Somebody".</param>
/// <param name="Weight">Wishes and failures say what a case is about; other statements may be asides.</param>
internal sealed record RequestPhrase(string Title, string Told, double Weight)
{
    private static readonly string[] Wishes =
    [
        "i need to", "we need to", "i want to", "we want to", "i would like to", "we would like to", "i am trying to", "we are trying to", "i have to", "how do i", "how do we", "how can i", "how can we",
        "how would i", "how to", "can i", "could i", "may i", "can we", "is it possible to", "is there a way to", "can you help me", "can you help me to", "could you help me", "can you", "could you",
        "can someone", "could someone", "can somebody", "can anyone", "would you", "please", "i was trying to", "i am looking to", "i wish to", "would like to", "need to", "trying to", "i tried to", "help me", "i was wondering if you could", "i am hoping to", "could you please", "can you please", "i was hoping to", "want to",
    ];

    private static readonly string[] Failures =
    [
        "i can not", "we can not", "i could not", "i am unable to", "we are unable to", "i am not able to", "we are not able to", "unable to", "can not", "not able to", "i can no longer", "we can no longer",
    ];

    private static readonly string[] Lacks =
    [
        "i need", "we need", "i would like", "we would like", "i want", "need", "i am looking for", "i need help with", "can i get", "can i have", "could i get", "could i have", "please give me", "i require",
        "can you give me", "could you give me", "can you send me", "could you send me", "can we get", "i need some help with", "help with", "need help with", "can you help me with", "could you help me with", "please send me",
    ];

    private static readonly string[] Encounters =
    [
        "i have", "we have", "i got", "we got", "i am getting", "we are getting", "i get", "we get", "i see", "we see", "there is", "there are", "i am seeing", "we are seeing", "i am having", "we are having", "i received", "i found", "i noticed", "getting", "seeing", "having", "i am experiencing", "we are experiencing", "there was", "i just got", "i just noticed", "i just received",
    ];

    /// <param name="message">As it was written.</param>
    public static IEnumerable<RequestPhrase> Of(string message)
    {
        var masked = MaskedForTitle.Of(message);
        foreach (var sentence in Sentences.Split(masked).Take(6))
        {
            var asks = sentence.EndsWith('?');
            foreach (var clause in Clauses.Of(WordReader.Read(sentence)).Take(4))
                if (OfClause(clause, asks) is { } read && (HasFigure(sentence) ? read with { Weight = read.Weight * OfFigure } : read) is { } phrase)
                    foreach (var variant in phrase.WithoutAgain().WithShorter()) yield return variant;
        }
    }

    /// <summary>The same with another title; what is told follows.</summary>
    public RequestPhrase As(string title)
    {
        if (title.Length == 0 || title == Title) return this;
        var lead = Told.Length - Title.Length is var at && at >= 0 && Told[at..].Equals(Title, StringComparison.OrdinalIgnoreCase) ? Told[..at] : Told.StartsWith("reports that ", StringComparison.Ordinal) ? "reports that " : "";
        if (lead.EndsWith(" the ", StringComparison.Ordinal) && title.StartsWith('A')) lead = lead[..^4];
        return this with { Title = title, Told = lead.Length == 0 && Told.Length > 0 ? Told : lead + (title.Length > 1 && char.IsUpper(title[1]) ? title : char.ToLowerInvariant(title[0]) + title[1..]) };
    }

    /// <summary>What comes with a number is about one case.</summary>
    private const double OfFigure = 0.75;

    private static bool HasFigure(string sentence) => sentence.Contains("{number}", StringComparison.Ordinal) || sentence.Contains("{id}", StringComparison.Ordinal);

    /// <summary>"I need some help": with what, the next clause says.</summary>
    private static bool AsksForHelp(Word[] lacked)
    {
        var thing = lacked.Where(word => !Grammar.IsDeterminer(word) && !word.IsBreak && word.Text is not ("please" or "a" or "little" or "bit" or "of" or "your" or "asap")).ToArray();
        return thing is [{ Text: "help" or "assistance" or "support" or "advice" or "information" or "hand" }];
    }

    /// <summary>That it happened before is the case's own.</summary>
    private RequestPhrase WithoutAgain() =>
        Title.EndsWith(" again", StringComparison.Ordinal) ? this with { Title = Title[..^6], Told = Told[..^6] } : this;

    private IEnumerable<RequestPhrase> WithShorter()
    {
        yield return this;
        var and = Title.IndexOf(" and ", StringComparison.Ordinal);
        foreach (var title in Trim.Shorter(Title).Concat(and > 0 ? [Title[..and]] : [])) yield return this with { Title = title, Told = Told[..^(Title.Length - title.Length)] };
    }

    private static RequestPhrase? OfClause(Word[] words, bool asks)
    {
        if (After(words, Failures) is { } failed && Verbs.IsBase(failed[0].Text))
            return From(Draft.Verb("", Vaguely(failed)), "Cannot ", "cannot ", 1);
        if (After(words, Lacks) is { } lacked && !AsksForHelp(lacked) && !lacked[0].Is("to") && !lacked[0].Is("you"))
            return From(Draft.Noun("", Vaguely(lacked)), "Request ", "asks for ", 0.95);
        if (words.Length > 2 && words[0].Is("help") && Grammar.IsDeterminer(words[1])) words = words[1..];
        if (After(words, Wishes) is { } given && Wanted(given) is { } thing)
            return From(Draft.Noun("", Vaguely(thing)), "Request ", "asks for ", 0.95);
        if (After(words, Wishes) is { } wish && Verbs.IsBase(wish[0].Text) && wish[0].Text is not ("help" or "be" or "know" or "ask"))
            return From(Draft.Verb("", Vaguely(wish)), "", "asks to ", 1);
        if (After(words, Encounters) is { } met && (Grammar.IsDeterminer(met[0]) || met.Length > 1) && !Grammar.IsPronoun(met[0]) && Verbs.OfPast(met[0].Text) is null)
            return From(Draft.Noun("", Vaguely(met)), "", "reports ", 0.85);
        if (QuestionRules.Read(words, asks) is { Weight: Draft.Work } question && question.Title.StartsWith("Ask ", StringComparison.Ordinal) && !question.Title.EndsWith(" help", StringComparison.Ordinal))
            return new RequestPhrase(question.Title, "asks" + question.Title[3..], 0.65);
        return Reported(words);
    }

    /// <summary>"… to have X", "… give me X": X is what is wanted.</summary>
    private static Word[]? Wanted(Word[] wish)
    {
        if (wish.Length < 2) return null;
        if (wish[0].Text is "have" or "get" or "receive") return wish[1..];
        return wish.Length > 2 && wish[0].Text is "give" or "send" or "tell" or "show" or "provide" && wish[1].Text is "me" or "us" && !Grammar.IsQuestionWord(wish[2]) && wish[2].Text is not ("if" or "whether" or "about") ? wish[2..] : null;
    }

    /// <summary>"My card was charged twice": a clause whose subject is a thing, or what "I" did.</summary>
    private static RequestPhrase? Reported(Word[] words)
    {
        if (Grammar.IsQuestionWord(words[0]) || IsDetail(words)) return null;
        var fact = FactRules.Read(words, false);
        if (fact is null || !fact.Title.StartsWith("Say that ", StringComparison.Ordinal)) return null;
        var clause = fact.Title["Say that ".Length..];
        if (clause.StartsWith("we cannot ", StringComparison.Ordinal)) return new RequestPhrase("Cannot" + clause[9..], "cannot" + clause[9..], 1);
        var title = clause.StartsWith("the ", StringComparison.Ordinal) ? clause[4..] : clause;
        if (title.StartsWith("we ", StringComparison.Ordinal)) title = title[3..];
        if (title.StartsWith("our ", StringComparison.Ordinal) || title.StartsWith("the ", StringComparison.Ordinal)) title = title[4..];
        if (Grammar.IsAuxiliary(Word.Of(title.Split(' ')[0]))) return null;
        var weight = clause.StartsWith("we ", StringComparison.Ordinal) || clause.StartsWith("it ", StringComparison.Ordinal) || clause.StartsWith("they ", StringComparison.Ordinal) ? 0.45 : 0.85;
        return new RequestPhrase(Capital(title), "reports that " + clause, weight);
    }

    /// <summary>"Job is {id}" gives a value, and no reason to write.</summary>
    private static bool IsDetail(Word[] words) => words.Length <= 6 && words[^1].IsPlaceholder && words.Length > 2 && (Grammar.IsBe(words[^2]) || Grammar.IsBe(words[^3])) && words[^1].Text is not ("{date}" or "{time}");

    /// <summary>A report needs its verb, a wish something to wish for.</summary>
    public bool IsWhole => Title.Contains(' ') && !Repeats(Title) && Trim.IsWhole(Title) && (!Told.StartsWith("reports that", StringComparison.Ordinal) || Told.StartsWith("reports that we ", StringComparison.Ordinal) || Subject.Stands(Word.All(Title.ToLowerInvariant())));

    /// <summary>"Find a town near the town": what was between them went.</summary>
    private static bool Repeats(string title)
    {
        var kin = Tokens.Of(title).Where(Shared.IsContent).Select(Kin.Of).ToList();
        return kin.Distinct(StringComparer.Ordinal).Count() < kin.Count;
    }

    private static RequestPhrase? From(Draft? draft, string title, string told, double weight)
    {
        if (draft is null) return null;
        var phrase = char.ToLowerInvariant(draft.Title[0]) + draft.Title[1..];
        if (draft.Title.Length > 1 && char.IsUpper(draft.Title[1])) phrase = draft.Title;
        return new RequestPhrase(Capital(title + phrase), told + phrase, weight);
    }

    /// <summary>"my password" is anybody's: "a password".</summary>
    private static Word[] Vaguely(Word[] words)
    {
        var vague = new List<Word>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].Text is not ("my" or "our" or "your" or "his" or "her" or "their") || at + 1 == words.Length) vague.Add(words[at]);
            else if (words[at + 1].Text[0] == '{') vague.Add(Word.Of("the"));
            else if (!words[Noun(words, at + 1)].Text.EndsWith('s')) vague.Add(Word.Of("aeio".Contains(words[at + 1].Text[0]) ? "an" : "a"));
        }
        return [.. vague];
    }

    private static int Noun(Word[] words, int at)
    {
        while (at + 1 < words.Length && !Grammar.IsPreposition(words[at + 1]) && !Grammar.IsAuxiliary(words[at + 1]) && !words[at + 1].IsBreak && !Grammar.IsPronoun(words[at + 1]) && words[at + 1].Text is not ("and" or "or")) at++;
        return at;
    }

    private static Word[]? After(Word[] words, string[] openings)
    {
        var longest = 0;
        foreach (var opening in openings)
            if (opening.Split(' ').Length is var length && length > longest && Grammar.Reads(words, 0, opening)) longest = length;
        if (longest == 0) return null;
        longest = Grammar.PastAdverbs(words, longest);
        return longest < words.Length ? words[longest..] : null;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
