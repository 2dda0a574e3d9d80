using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// Names a step in a short imperative, from what people wrote when they did it. Each clause is rewritten by grammar ("Could you give me
/// your account number?" is "Ask for the account number"); the title is the rewriting that the most messages share, so one odd message
/// never names the step.
/// </summary>
public static class StepTitle
{
    private const int MostMessages = 200;
    private const int LongestQuote = 60;

    /// <param name="wordings">The messages that show one step, the most typical first; not masked, or masked by <see cref="Placeholders"/>.</param>
    /// <returns>Capital first, no full stop, about three to nine words, no values. Never empty.</returns>
    public static string From(IReadOnlyList<string> wordings)
    {
        var messages = wordings.Take(MostMessages).Select(Imperative.Drafts).ToList();
        return CentralDraft.Choose(messages) ?? Quote(wordings);
    }

    /// <summary>The name that the source itself gives an activity: as it stands, on one line.</summary>
    public static string Named(string activity)
    {
        var name = string.Join(' ', activity.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "Unnamed activity" : name;
    }

    /// <summary>No rule reads these messages, as in another language: the shortest of the first few speaks for itself.</summary>
    private static string Quote(IReadOnlyList<string> wordings)
    {
        var sentence = wordings.Take(5).SelectMany(wording => Sentences.Split(PeopleNames.Unknown.Mask(Placeholders.Mask(wording))))
            .Where(text => text.Any(char.IsLetter))
            .OrderBy(text => Math.Abs(text.Length - (LongestQuote / 2)))
            .FirstOrDefault();
        if (sentence is null) return "Answer the requester";
        var text = sentence.Trim(' ', '.', '!', ',', '"', '“', '”').Replace('"', '\'');
        return $"Tell the requester: “{Shorten(text)}”";
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestQuote) return text;
        var space = text.LastIndexOf(' ', LongestQuote);
        var end = space > LongestQuote / 2 ? space : LongestQuote;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
