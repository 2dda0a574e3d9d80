namespace LiveSop.Domain.Sops.Wording;

/// <summary>One possible title.</summary>
/// <param name="Weight">How much it is worth among others, in (0, 1]: a deed or a question is what a step is about; courtesy is not.</param>
internal sealed record Draft(string Title, double Weight)
{
    public const double Work = 1;
    public const double Telling = 0.75;
    public const double Courtesy = 0.4;

    private const int MostWords = 11;

    /// <summary>What the title took from the message; empty where the rules' own words say it all.</summary>
    public string Body { get; private init; } = "";

    public static Draft Fixed(string title, double weight = Work) => new(title, weight);

    /// <summary>The body has its own subject and verb.</summary>
    public bool IsClause => Title[..^Body.Length] is "Say that " or "Ask whether ";

    /// <summary>"Say that the colour is blue" of messages that name many colours: "Tell them the colour".</summary>
    public Draft? ToldOf(Shared shared)
    {
        if (!Title.StartsWith("Say that ", StringComparison.Ordinal)) return null;
        var words = Word.All(Body);
        var verb = Array.FindIndex(words, word => Grammar.IsBe(word) || word.Text is "has" or "will");
        if (verb < 1 || words[0].Text is "there" or "they" or "we" || (words[0].Is("it") && !words[verb].Is("has"))) return null;
        var (subject, rest) = (words[..verb], words[(verb + 1)..]);
        var thing = words[verb].Is("has") && !subject.Any(word => Shared.IsContent(word.Text) && shared.Carries(word.Text)) && rest.Length > 1 && rest[0].Text is "a" or "an" or "the"
            ? rest[1..(Array.FindIndex(rest, Grammar.IsPreposition) is > 1 and var end ? end : rest.Length)] : Grammar.IsBe(words[verb]) ? subject : [];
        var told = thing.Where(word => Shared.IsContent(word.Text.ToLowerInvariant())).ToArray();
        if (told.Length is 0 or > 3 || told.Any(word => word.Surface.Any(char.IsUpper) || !shared.Carries(word.Text.ToLowerInvariant())) || rest.Any(word => Shared.IsContent(word.Text) && shared.Carries(word.Text.ToLowerInvariant())) && !words[verb].Is("has")) return null;
        var body = string.Join(' ', told.Select(word => word.Surface));
        return new Draft("Tell them the " + body, Weight * 1.3) { Body = body };
    }

    /// <summary>The same with a shorter title.</summary>
    public Draft With(string title)
    {
        var head = Title[..^Body.Length];
        return this with { Title = title, Body = title.StartsWith(head, StringComparison.Ordinal) ? title[head.Length..] : title };
    }

    /// <summary>The same with other words from the message.</summary>
    public Draft WithBody(string body) => body.Length < 2 ? this : this with { Title = Title[..^Body.Length] + body, Body = body };

    /// <summary>"Ask for" and a thing.</summary>
    public static Draft? Noun(string head, Word[] thing, double weight = Work)
    {
        if (thing.Length > 2 && Grammar.IsPreposition(thing[^2]) && thing[^1].Text is "it" or "this" or "that") thing = thing[..^2];
        var words = Trim.Tail(NounPhrase.Of(thing));
        return words.Skip(1).Any(Grammar.IsBe) || words is [{ Text: "it" or "them" or "one" or "this" or "that" or "us" or "these" or "to" }, ..] ? null : Compose(head, words, weight);
    }

    /// <summary>"Ask for the" and a thing without its article.</summary>
    public static Draft? Definite(string head, Word[] thing, double weight = Work)
    {
        var words = Trim.Tail(NounPhrase.Definite(thing));
        return words.Any(word => Grammar.IsAuxiliary(word) || Grammar.IsPronoun(word) && !Grammar.IsDeterminer(word) || word.Text is "them" or "us") || (words.Length > 1 && Grammar.IsPreposition(words[1])) ? null : Compose(head, words, weight);
    }

    /// <summary>"Offer to", or nothing, and a verb with what belongs to it.</summary>
    public static Draft? Verb(string head, Word[] phrase, double weight = Work)
    {
        if (phrase.Length == 0 || !phrase[0].Text.All(c => char.IsLetter(c) || c == '-')) return null;
        var words = Trim.Tail(VerbPhrase.Of(phrase));
        if (UsualObject.Of(words) is { } usual) return usual.Length == 0 ? null : Fixed(head.Length == 0 ? usual : $"{head} {char.ToLowerInvariant(usual[0])}{usual[1..]}", 0.9 * weight);
        if (words.Length == 1 && head.Length == 0) words = [words[0], Word.Of("it")];
        return Compose(head, words, weight * UsualObject.Worth(words));
    }

    /// <summary>"Ask whether", "Say that" and a clause with its subject.</summary>
    public static Draft? Clause(string head, Word[] clause, double weight = Work)
    {
        clause = clause[Grammar.PastAdverbs(clause, 0)..];
        if (clause.Length == 0) return null;
        var words = Subject.WithArticle(Trim.ClauseTail(ClausePhrase.Of(clause)), head);
        var needsSubject = head.Split(' ')[^1] is "that" or "whether";
        var unfinished = needsSubject && words.Length > 0 && (Grammar.IsAuxiliary(words[^1]) || words[^1].Text is "not" or "if" or "a" or "an" or "the" or "mind" or "called" or "worth" || !Subject.Stands(words));
        return unfinished ? null : Compose(head, words, weight);
    }

    private static Draft? Compose(string head, Word[] words, double weight)
    {
        words = Trim.ToLength(words, MostWords);
        if (words.Length == 0) return null;
        var body = string.Join(' ', words.Select(word => word.Surface)).Replace("can not ", "cannot ", StringComparison.Ordinal);
        body = WithArticles(body).Replace(" ,", ",", StringComparison.Ordinal);
        var title = head.Length > 0 ? head + " " + body : body;
        if (title.Length < 2) return null;
        if (words.Any(word => word.Is("several"))) weight *= body.Contains("of several", StringComparison.Ordinal) ? 0.4 : 0.85;
        return new Draft(char.ToUpperInvariant(title[0]) + title[1..], weight) { Body = head.Length > 0 ? body : char.ToUpperInvariant(body[0]) + body[1..] };
    }

    /// <summary>People type "a hour"; a title does not.</summary>
    private static string WithArticles(string body)
    {
        var words = body.Split(' ');
        for (var at = 0; at + 1 < words.Length; at++)
            if (words[at] is "a" or "an" && char.IsLower(words[at + 1][0])) words[at] = Grammar.Article(words[at + 1]);
        return string.Join(' ', words);
    }
}
