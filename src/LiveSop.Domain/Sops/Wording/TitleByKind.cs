using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// A title for messages that share no phrase: what kind of message most of them are, and the thing that most of them are about.
/// Where no rule reads any of them, as in another language, the shortest of the first few speaks for itself.
/// </summary>
internal static class TitleByKind
{
    public const string Question = "Ask a question";

    /// <summary>Nouns and adjectives that tell nothing by themselves.</summary>
    private static readonly FrozenSet<string> Vague = Grammar.Set(
        "time times day days hour hours minute minutes week today yesterday tomorrow thing things way lot bit mind chance glad happy great nice wrong right same new old big small unique everything nothing something someone somebody useful easy close sorry ages behind across near wait details success enough possible effective permanent direct optional follows says");

    private const int LongestQuote = 60;
    private const double About = 0.5;
    private const double Most = 0.4;

    public static string Of(IReadOnlyList<WeighedMessage> messages, Shared shared)
    {
        if (messages.Count < 2 || messages.All(message => message.Drafts.Count == 0)) return Quote(messages);
        var thing = Thing(messages, shared);
        var total = messages.Sum(message => message.Weight);
        double Share(Func<WeighedMessage, bool> of) => messages.Where(of).Sum(message => message.Weight) / total;
        if (Share(IsQuestion) >= Most) return thing is null ? Question : $"Ask about the {thing}";
        if (Share(message => Begins(message, "Ask", "Tell them to")) >= Most) return thing is null ? "Give the next instruction" : $"Ask for something about the {thing}";
        if (Share(message => message.Masked.Contains("found", StringComparison.OrdinalIgnoreCase)) >= Most) return thing is null or "found" ? "Tell what was found" : $"Tell the {thing} found";
        if (Share(IsDeed) >= Most) return thing is null ? "Work on the case" : $"Deal with the {thing}";
        return thing is null ? "Tell the requester how it stands" : $"Tell them about the {thing}";
    }

    private static bool IsQuestion(WeighedMessage message) =>
        message.Masked.AsSpan().TrimEnd().EndsWith("?") || HasBlank(message.Masked) || Begins(message, "Ask whether", "Ask what", "Ask which", "Ask how", "Ask when", "Ask where", "Ask who") || BreaksOff(message.Masked);

    /// <summary>"A ____ is a young goose" wants to be filled in.</summary>
    public static bool HasBlank(string text) => text.Contains("__", StringComparison.Ordinal) || text.Contains("--", StringComparison.Ordinal) && text.Length > 20 || text.Contains(" ... ", StringComparison.Ordinal) || text.Contains(" ? ", StringComparison.Ordinal);

    /// <summary>"A young goose is called": the other side is to finish it.</summary>
    private static bool BreaksOff(string text)
    {
        var words = WordReader.Read(text);
        return words.Length > 3 && words[^1].Text is "is" or "are" or "of" or "called" or "worth" or "was" or "by" or "a" or "the";
    }

    private static bool IsDeed(WeighedMessage message) => message.Drafts.Any(draft => Verbs.IsBase(draft.Title.Split(' ')[0].ToLowerInvariant()) && !Begins(message, "Ask", "Say", "Tell", "Offer", "Give", "Suggest"));

    private static bool Begins(WeighedMessage message, params string[] openings) => message.Drafts.Any(draft => openings.Any(opening => draft.Title.StartsWith(opening, StringComparison.Ordinal)));

    /// <summary>The noun that most messages have, as they mostly write it.</summary>
    private static string? Thing(IReadOnlyList<WeighedMessage> messages, Shared shared) => messages
        .SelectMany(message => Tokens.Of(message.Masked)).Where(IsNoun)
        .GroupBy(token => token, StringComparer.Ordinal)
        .Select(group => (group.Key, Share: shared.Of(group.Key), Count: group.Count()))
        .Where(noun => noun.Share >= About)
        .OrderByDescending(noun => Math.Round(noun.Share, 6)).ThenByDescending(noun => noun.Count).ThenBy(noun => noun.Key, StringComparer.Ordinal)
        .Select(noun => noun.Key).FirstOrDefault();

    public static bool IsNoun(string token) =>
        token.Length > 2 && !Vague.Contains(token) && token.All(char.IsLetter) && Shared.IsContent(token) && !Verbs.IsBase(token) && Verbs.OfPast(token) is null && Verbs.OfGerund(token) is null
        && !Grammar.IsAdjective(Word.Of(token)) && !Grammar.IsAdverb(Word.Of(token)) && !Grammar.IsFinite(Word.Of(token)) && !token.EndsWith("ly", StringComparison.Ordinal) && !token.EndsWith("est", StringComparison.Ordinal);

    private static string Quote(IReadOnlyList<WeighedMessage> messages)
    {
        var sentence = messages.OrderByDescending(message => message.Weight).Take(1).SelectMany(message => Sentences.Split(message.Masked))
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
