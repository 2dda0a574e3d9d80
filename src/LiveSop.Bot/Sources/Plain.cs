using System.Text;
using System.Text.RegularExpressions;

namespace LiveSop.Bot.Sources;

/// <summary>The last wash of every text from outside.</summary>
internal static partial class Plain
{
    /// <summary>Trimmed; line ends as <c>\n</c>; no control characters (PostgreSQL cannot store NUL); no Slack tokens.</summary>
    public static string Text(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return "";
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\r') text.Append(i + 1 < raw.Length && raw[i + 1] == '\n' ? "" : "\n");
            else if (c is '\n' or '\t' || !char.IsControl(c)) text.Append(c);
        }
        return WithoutTokens(text.ToString().Trim());
    }

    /// <summary>A name on one line; null where nothing is left of it.</summary>
    public static string? Name(string? raw)
    {
        var name = string.Join(' ', Text(raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? null : name;
    }

    // A token in an export's file link opens every file of the workspace, and people paste tokens into chats.
    private static string WithoutTokens(string text) =>
        text.Contains("xox", StringComparison.OrdinalIgnoreCase) ? Token().Replace(FileToken().Replace(text, Rest), "[token]") : text;

    // What follows in the query takes the token's place.
    private static string Rest(Match token) => token.Value[^1] == '&' ? token.Value[..1] : "";

    [GeneratedRegex(@"[?&]t=xox[a-z]-[^&#\s>|)\]]*&?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex FileToken();

    [GeneratedRegex(@"\bxox[a-z]-[a-z0-9-]{8,}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
