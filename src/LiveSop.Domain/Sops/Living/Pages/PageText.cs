using System.Text;
using System.Text.RegularExpressions;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>People's words on a page that people edit: what could be taken for Markdown, or for one of our marks, stands behind a backslash.</summary>
internal static partial class PageText
{
    private const char WordJoiner = '\u2060';

    public static string Escape(string text) => MarkStart().Replace(Untrusted.Markdown(text).Replace("{", "\\{"), "\\$0");

    /// <summary>What a person wrote, or left as <see cref="Escape"/> wrote it, on one line.</summary>
    public static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == WordJoiner) continue;
            if (text[at] == '\\' && at + 1 < text.Length && char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1]))) at++;
            plain.Append(text[at]);
        }
        return Untrusted.OneLine(plain.ToString());
    }

    [GeneratedRegex(@"\((?=optional|owner:)|,(?= optional$)", RegexOptions.IgnoreCase)]
    private static partial Regex MarkStart();
}
