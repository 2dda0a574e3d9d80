using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Sentences that carry only courtesy: they title a step when nothing else does.</summary>
internal static class CourtesyRules
{
    private static readonly string[] Apologies = ["sorry for", "sorry about", "apologies for", "apologize for", "apologise for", "apologies about"];
    private static readonly string[] Thanks = ["thanks for", "thank you for", "thank you so much for", "thanks a lot for", "thank you very much for", "appreciate"];

    /// <param name="words">The whole sentence, with its opening.</param>
    public static Draft? Read(Word[] words, string sentence)
    {
        if (After(words, Apologies) is { } fault) return Draft.Noun("Apologise for", fault, 0.5);
        if (After(words, Thanks) is { } favour) return Draft.Noun("Thank them for", [.. favour.Select(word => word.Is("your") ? Word.Of("their") : word)], 0.45);
        if (words is [{ Text: "welcome" }, ..]) return Draft.Fixed("Welcome them", Draft.Courtesy);
        return SpeechActs.Of(sentence) switch
        {
            SpeechAct.Greeting => Draft.Fixed("Greet", Draft.Courtesy),
            SpeechAct.Thanks => Draft.Fixed(Partings.Thank, Draft.Courtesy),
            SpeechAct.Farewell => Draft.Fixed(Partings.Goodbye, 0.5),
            SpeechAct.Acknowledgement when words is [{ Text: "correct" or "right" or "exactly" }, ..] => Draft.Fixed("Say that it is correct", 0.6),
            SpeechAct.Acknowledgement => Draft.Fixed("Acknowledge the message", 0.3),
            SpeechAct.Social when Grammar.Contains(words, "welcome") || Grammar.Contains(words, "pleasure") => Draft.Fixed("Return the thanks", 0.3),
            SpeechAct.Social when Grammar.Contains(words, "job") || Grammar.Contains(words, "work") || Grammar.Contains(words, "done") => Draft.Fixed("Praise them", 0.3),
            SpeechAct.Social => Draft.Fixed("Exchange courtesies", 0.2),
            _ => null,
        };
    }

    private static Word[]? After(Word[] words, string[] phrases)
    {
        for (var at = 0; at < Math.Min(4, words.Length); at++)
            foreach (var phrase in phrases)
                if (Grammar.Reads(words, at, phrase) && words.Length > at + phrase.Split(' ').Length)
                    return words[(at + phrase.Split(' ').Length)..Trim.SideClause(words, Math.Min(words.Length, at + 3))];
        return null;
    }
}
