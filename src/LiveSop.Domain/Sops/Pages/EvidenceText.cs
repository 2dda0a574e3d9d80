using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>Quotes and references on a page.</summary>
internal static class EvidenceText
{
    private const int Shown = 2;
    private const int LongestQuote = 140;

    /// <summary>What somebody wrote: masked once more, on one line, shortened at a word.</summary>
    public static string Quote(string wording)
    {
        var text = Untrusted.OneLine(PeopleNames.Unknown.Mask(Placeholders.Mask(wording)));
        if (text.Length > LongestQuote)
        {
            var space = text.LastIndexOf(' ', LongestQuote);
            var end = space > LongestQuote / 2 ? space : LongestQuote;
            text = text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
        }
        return $"“{Untrusted.Markdown(text)}”";
    }

    /// <summary>The first few that say different things, not one thing with other capitals.</summary>
    public static IReadOnlyList<string> Examples(IReadOnlyList<string> wordings, int most) =>
        [.. wordings.Select(Chat.WithoutEmoji).Where(wording => wording.Any(char.IsLetterOrDigit)).DistinctBy(wording => string.Join(' ', Tokens.Of(wording).Where(token => !Filler(token)))).Take(most).Select(Quote)];

    private static bool Filler(string token) => token is "ok" or "okay" or "well" or "sure" or "thanks" or "thank" or "hi" or "hello" or "hey" or "oh" or "ah" or "so" or "please" or "now" or "then";

    /// <summary>The latest few, then how many more.</summary>
    public static string References(IReadOnlyList<SourceRef> evidence)
    {
        var latest = evidence.Select(source => (Source: source, Key: Age(source)))
            .OrderByDescending(one => one.Key.Number).ThenByDescending(one => one.Key.Text, StringComparer.Ordinal)
            .Take(Shown).Select(one => Untrusted.Markdown(one.Source.ToString() ?? ""));
        var more = evidence.Count - Shown;
        return string.Join(", ", latest) + (more > 0 ? $" and {Plainly.Count(more)} more" : "");
    }

    /// <summary>Slack's ts grow in time and have one length; rows and issue keys grow with their numbers.</summary>
    private static (long Number, string Text) Age(SourceRef source) => source switch
    {
        SourceRef.Slack slack => (slack.Ts.Length, slack.Ts),
        SourceRef.CsvRow row => (row.Row, row.File),
        SourceRef.Jira jira => (jira.Id.Length, jira.Id),
        _ => (0, ""),
    };
}
