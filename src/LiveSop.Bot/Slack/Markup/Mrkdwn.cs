using System.Text;

namespace LiveSop.Bot.Slack.Markup;

/// <summary>Slack's markup as people read it. Emphasis, quotes and emoji stay as they are typed.</summary>
/// <param name="personName">The name to show for a person's id, known or not.</param>
/// <param name="channelName">A channel's name; null where it is not known, and its id is shown.</param>
internal sealed class Mrkdwn(Func<string, string> personName, Func<string, string?> channelName)
{
    /// <summary>The three characters that Slack escapes.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public string Resolve(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var at = 0;
        while (at < raw.Length)
        {
            var open = raw.IndexOf('<', at);
            var close = open < 0 ? -1 : raw.IndexOf('>', open);
            if (close < 0) break;
            text.Append(Unescape(raw[at..open])).Append(Token(raw[(open + 1)..close]));
            at = close + 1;
        }
        return text.Append(Unescape(raw[at..])).ToString();
    }

    // Once, and the ampersand last: &amp;lt; is the text "&lt;".
    private static string Unescape(string text) =>
        text.Contains('&') ? text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&") : text;

    private string Token(string token)
    {
        var bar = token.IndexOf('|');
        var target = bar < 0 ? token : token[..bar];
        var label = bar < 0 ? "" : Unescape(token[(bar + 1)..]).Trim();
        if (target.Length < 2) return $"<{Unescape(token)}>";
        return target[0] switch
        {
            '@' => At(label.Length > 0 ? label : personName(target[1..])),
            '#' => $"#{(label.Length > 0 ? label.TrimStart('#') : channelName(target[1..]) ?? target[1..])}",
            '!' => Special(target[1..], label),
            _ => IsLink(target) ? Link(Unescape(target), label) : $"<{Unescape(token)}>",
        };
    }

    private static string At(string name) => $"@{name.TrimStart('@')}";

    private static string Special(string command, string label)
    {
        if (command.StartsWith("date^", StringComparison.Ordinal)) return label;
        if (command.StartsWith("subteam^", StringComparison.Ordinal)) return At(label.Length > 0 ? label : "group");
        return At(label.Length > 0 ? label : command);
    }

    private static bool IsLink(string target) => !target.Any(char.IsWhiteSpace)
        && (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)
            || target.StartsWith("tel:", StringComparison.Ordinal));

    private static string Link(string url, string label)
    {
        if (IsSlackFile(url)) return label.Length > 0 && !label.Contains("://", StringComparison.Ordinal) ? label : "[file]";
        var address = url.StartsWith("mailto:", StringComparison.Ordinal) ? url["mailto:".Length..]
            : url.StartsWith("tel:", StringComparison.Ordinal) ? url["tel:".Length..]
            : url;
        return label.Length == 0 || Bare(label) == Bare(address) ? address : $"{label} ({address})";
    }

    // Such a link may carry a token that opens it, and is worth nothing to a reader who has no account.
    private static bool IsSlackFile(string url) => Uri.TryCreate(url, UriKind.Absolute, out var link)
        && (link.Host is "files.slack.com" or "slack-files.com"
            || (link.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase)
                && link.AbsolutePath.StartsWith("/files", StringComparison.Ordinal)));

    private static string Bare(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? address : address[(scheme + 3)..]).TrimEnd('/');
    }
}
