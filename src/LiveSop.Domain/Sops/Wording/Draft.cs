namespace LiveSop.Domain.Sops.Wording;

/// <summary>One possible title.</summary>
/// <param name="Weight">How much it is worth among others, in (0, 1]: a deed or a question is what a step is about; courtesy is not.</param>
internal sealed record Draft(string Title, double Weight)
{
    public const double Work = 1;
    public const double Telling = 0.75;
    public const double Courtesy = 0.4;

    private const int MostWords = 9;

    public static Draft Fixed(string title, double weight = Work) => new(title, weight);

    /// <summary>"Ask for" and a thing.</summary>
    public static Draft? Noun(string head, Word[] thing, double weight = Work)
    {
        var words = Trim.Tail(NounPhrase.Of(thing));
        return words.Skip(1).Any(Grammar.IsBe) ? null : Compose(head, words, weight);
    }

    /// <summary>"Ask for the" and a thing without its article.</summary>
    public static Draft? Definite(string head, Word[] thing, double weight = Work) => Compose(head, Trim.Tail(NounPhrase.Definite(thing)), weight);

    /// <summary>"Offer to", or nothing, and a verb with what belongs to it.</summary>
    public static Draft? Verb(string head, Word[] phrase, double weight = Work)
    {
        if (phrase.Length == 0 || !phrase[0].Text.All(c => char.IsLetter(c) || c == '-')) return null;
        return Compose(head, Trim.Tail(VerbPhrase.Of(phrase)), weight);
    }

    /// <summary>"Ask whether", "Say that" and a clause with its subject.</summary>
    public static Draft? Clause(string head, Word[] clause, double weight = Work)
    {
        var words = Trim.ClauseTail(ClausePhrase.Of(clause));
        var unfinished = head.Split(' ')[^1] is "that" or "whether" && words.Length > 0 && (Grammar.IsAuxiliary(words[^1]) || words[^1].Is("not"));
        return unfinished ? null : Compose(head, words, weight);
    }

    private static Draft? Compose(string head, Word[] words, double weight)
    {
        var room = MostWords - (head.Length == 0 ? 0 : head.Split(' ').Length);
        words = Trim.ToLength(words, room);
        if (words.Length == 0) return null;
        var title = string.Join(' ', words.Select(word => word.Surface));
        if (head.Length > 0) title = head + " " + title;
        return title.Length > 1 ? new Draft(char.ToUpperInvariant(title[0]) + title[1..], weight) : null;
    }
}
