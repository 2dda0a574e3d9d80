using System.Globalization;
using System.Text;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>
/// Mined text is data: whatever people typed, on a page it stays text. It cannot become a link, an image, HTML, a mention, a code fence,
/// a list, or a line of the diagram's language.
/// </summary>
public static class Untrusted
{
    /// <summary>Joins without being seen: it keeps "@name", "#12" and "http://" from being taken up by what shows the page.</summary>
    private const char WordJoiner = '\u2060';

    /// <summary>One line of Markdown (CommonMark and its GitHub kind) that shows exactly this text.</summary>
    public static string Markdown(string text)
    {
        var plain = OneLine(text);
        var safe = new StringBuilder(plain.Length + 8);
        for (var at = 0; at < plain.Length; at++)
        {
            var c = plain[at];
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '!' or '#' or '$' || (at == 0 && c is '-' or '+' or '=') || IsListNumber(plain, at)) safe.Append('\\');
            safe.Append(c);
            if (IsTakenUp(plain, at)) safe.Append(WordJoiner);
        }
        return safe.ToString();
    }

    /// <summary>The inside of a quoted Mermaid label: letters, digits and plain punctuation; all else as Mermaid's own <c>#code;</c>.</summary>
    public static string Mermaid(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in OneLine(text).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || " ,.'-:?!/“”…()".Contains(rune.ToString(), StringComparison.Ordinal)) safe.Append(rune.ToString());
            else safe.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        return safe.ToString();
    }

    /// <summary>Text inside an HTML-like label of Graphviz.</summary>
    public static string Xml(string text) =>
        OneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");

    /// <summary>White space and control characters, also those that turn the direction of writing, become single spaces.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var space = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse || rune.Value == 0xFFFD;
            if (!space) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    private static bool IsListNumber(string text, int at) =>
        text[at] is '.' or ')' && at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsTakenUp(string text, int at) =>
        text[at] is '@' or '#' || (text[at] == ':' && at + 1 < text.Length && text[at + 1] == '/') || (text[at] is 'w' or 'W' && at + 1 < text.Length && text[at + 1] == '.');
}
