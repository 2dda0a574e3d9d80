using Spectre.Console;

namespace LiveSop.Workspace.Screen;

/// <summary>What stands within a line of markup: emphasis, code, <c>&lt;…&gt;</c> and <c>:emoji:</c>.</summary>
internal sealed class MrkdwnTokens(Reader reader)
{
    public static string Decoded(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    public void Write(string text, Style style, Words words)
    {
        var plainFrom = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = End(text, at);
            if (end == at)
            {
                at++;
                continue;
            }
            words.Add(Decoded(text[plainFrom..at]), style);
            WriteToken(text[at..end], style, words);
            plainFrom = at = end;
        }
        words.Add(Decoded(text[plainFrom..]), style);
    }

    // Where the token that begins here ends; here itself where none begins.
    private static int End(string text, int at) => text[at] switch
    {
        '<' => Closing(text, at, '>'),
        '`' => Closing(text, at, '`'),
        ':' => Closing(text, at, ':') is var end && end > at && IsEmojiName(text.AsSpan(at + 1, end - at - 2)) ? end : at,
        '*' or '_' or '~' when at == 0 || !char.IsLetterOrDigit(text[at - 1]) => ClosingOfEmphasis(text, at),
        _ => at,
    };

    private static int Closing(string text, int at, char mark)
    {
        var end = text.AsSpan(at + 1).IndexOfAny(mark, '\n');
        return end > 0 && text[at + 1 + end] == mark ? at + end + 2 : at;
    }

    private static int ClosingOfEmphasis(string text, int at)
    {
        var mark = text[at];
        if (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] == mark) return at;
        var line = text.AsSpan(at + 1);
        if (line.IndexOf('\n') is >= 0 and var lineEnd) line = line[..lineEnd];
        for (var end = 1; end < line.Length; end++)
            if (line[end] == mark && !char.IsWhiteSpace(line[end - 1]) && (end + 1 == line.Length || !char.IsLetterOrDigit(line[end + 1]))) return at + end + 2;
        return at;
    }

    private static bool IsEmojiName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter is not ('_' or '-' or '+' or '\'')) return false;
        return name.ContainsAnyInRange('a', 'z') || name is "+1" or "-1";
    }

    private void WriteToken(string token, Style style, Words words)
    {
        var inside = token[1..^1];
        switch (token[0])
        {
            case '*': Write(inside, style.Combine(Ink.Bold), words); break;
            case '_': Write(inside, style.Combine(Ink.Italic), words); break;
            case '~': Write(inside, style.Combine(Ink.Strike), words); break;
            case '`': words.Add($"`{Decoded(inside)}`", style.Combine(Ink.Code)); break;
            case ':': words.Add(EmojiNames.Show(inside), style); break;
            default: WriteReference(inside, style, words); break;
        }
    }

    private void WriteReference(string inside, Style style, Words words)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (inside, null) : (inside[..bar], Decoded(inside[(bar + 1)..]));
        switch (target)
        {
            case ['@', .. var user]: words.Add($"@{reader.Name(user)}", style.Combine(Ink.Mention)); break;
            case ['#', .. var channel]: words.Add($"#{reader.Name(channel)}", style.Combine(Ink.Mention)); break;
            case ['!', .. var special]: WriteSpecial(special.Split('^'), label, style, words); break;
            default: Link(Decoded(target), label, style, words); break;
        }
    }

    private void WriteSpecial(string[] special, string? label, Style style, Words words)
    {
        if (special is ["subteam", var group]) words.Add($"@{reader.Name(group)}", style.Combine(Ink.Mention));
        else if (special is ["date", var seconds, var format, ..] && Json.At(seconds) is { } at) words.Add(SlackDate.Show(at, format, reader), style);
        else words.Add(special.Length == 1 ? $"@{special[0]}" : label ?? special[0], style.Combine(Ink.Mention));
    }

    /// <summary>The label, and where it leads where that is not the same.</summary>
    public static void Link(string url, string? label, Style style, Words words)
    {
        words.Add(label is { Length: > 0 } ? label : url, style.Combine(Ink.Link));
        if (label is { Length: > 0 } && label != url) words.Add($" ({url})", Ink.Dim);
    }
}
