using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>What a message may be called as a step: one draft per clause that the rules understand, in the order of the message.</summary>
internal static class Imperative
{
    private const int MostSentences = 8;

    /// <param name="masked">A message without values.</param>
    public static List<Draft> Drafts(string masked)
    {
        var drafts = new List<Draft>();
        var greeted = false;
        foreach (var sentence in Sentences.Split(masked).Take(MostSentences))
        {
            var found = OfSentence(sentence);
            greeted |= SpeechActs.Of(sentence) == SpeechAct.Greeting || Opens(sentence);
            drafts.AddRange(found.Select(draft => greeted && draft.Title == "Ask how to help" ? draft with { Title = "Greet and ask how to help" } : draft));
        }
        return Partings.Joined(drafts);
    }

    private static List<Draft> OfSentence(string sentence)
    {
        var words = WordReader.Read(sentence);
        if (TitleByKind.HasBlank(sentence)) return [Draft.Fixed(TitleByKind.Question, 0.9)];
        if (Partings.Read(words) is { } parting) return [parting];
        if (Progress.Read(words, sentence) is { } progress) return [progress];
        var asks = sentence.AsSpan().TrimEnd(" \"')*_”’").EndsWith("?");
        var drafts = new List<Draft>();
        foreach (var clause in Clauses.Of(words))
            if (OfClause(clause, asks) is { } draft) drafts.Add(draft);
        if (drafts.Count == 0 && CourtesyRules.Read(words, sentence) is { } courtesy) drafts.Add(courtesy);
        return drafts;
    }

    private static Draft? OfClause(Word[] clause, bool asks) =>
        RequestRules.Read(clause, asks)
        ?? QuestionRules.Read(clause, asks)
        ?? DeedRules.Read(clause, asks)
        ?? FactRules.Read(clause, asks)
        ?? (asks ? FactRules.Read(clause, false) : null);

    private static bool Opens(string sentence) => Courtesies.Read(Tokens.Of(sentence)).Act == SpeechAct.Greeting;
}
