using System.Text.RegularExpressions;

namespace LiveSop.Bot.Sources.Jira;

/// <summary>Jira's wiki markup as people read it. Emphasis stays as it is typed.</summary>
internal static partial class WikiText
{
    public static string Read(string wiki, Func<string, string> nameOf)
    {
        var text = Macro().Replace(wiki, "");
        text = Heading().Replace(text, "");
        text = Mention().Replace(text, match => $"@{nameOf(match.Groups["id"].Value)}");
        text = Link().Replace(text, match => $"{match.Groups["label"].Value} ({match.Groups["url"].Value})");
        text = BareLink().Replace(text, "${url}");
        return Picture().Replace(text, "[file: ${name}]");
    }

    [GeneratedRegex(@"\{(code|noformat|quote|color|panel)(:[^}\n]*)?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Macro();

    [GeneratedRegex(@"^h[1-6]\. +", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[~(accountid:)?(?<id>[^\]\n]+)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\[(?<label>[^|\[\]\n]+)\|(?<url>[^|\[\]\s]+)(\|[^\]\n]*)?\]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<url>(https?://|mailto:)[^|\[\]\s]+)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BareLink();

    [GeneratedRegex(@"!(?<name>[^!|\s]+\.[A-Za-z0-9]{2,5})(\|[^!\n]*)?!", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();
}
