namespace LiveSop.Domain.Text;

/// <summary>
/// Lower-cased words. Contractions are spelled out, so that a negation is always the word "not"; placeholders stay whole;
/// emoji codes and punctuation go; hyphens separate; scripts without spaces give overlapping pairs of characters.
/// </summary>
public static class Tokens
{
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = new List<string>((text.Length / 5) + 1);
        Append(text, tokens);
        return tokens;
    }

    /// <summary>Adds to a list that the caller may use again: this runs over every message.</summary>
    public static void Append(ReadOnlySpan<char> text, List<string> tokens)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '{') at = Placeholder(text, at, tokens);
            else if (c == ':') at = PastEmojiCode(text, at);
            else if (IsUnspaced(c)) at = Pairs(text, at, tokens);
            else if (IsWordPart(c)) at = Word(text, at, tokens);
            else at++;
        }
    }

    private static int Placeholder(ReadOnlySpan<char> text, int at, List<string> tokens)
    {
        var close = text[at..].IndexOf('}');
        if (close is < 3 or > 12 || !Placeholders.IsPlaceholder(text.Slice(at, close + 1))) return at + 1;
        tokens.Add(text.Slice(at, close + 1).ToString());
        return at + close + 1;
    }

    private static int PastEmojiCode(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '+')) end++;
        return end < text.Length && end > at + 1 && text[end] == ':' ? end + 1 : at + 1;
    }

    private static int Pairs(ReadOnlySpan<char> text, int at, List<string> tokens)
    {
        var end = at;
        while (end < text.Length && IsUnspaced(text[end])) end++;
        if (end - at == 1) tokens.Add(text[at..end].ToString());
        for (var i = at; i + 1 < end; i++) tokens.Add(text.Slice(i, 2).ToString());
        return end;
    }

    private static int Word(ReadOnlySpan<char> text, int at, List<string> tokens)
    {
        var end = at;
        var apostrophe = false;
        while (end < text.Length && (IsWordPart(text[end]) || IsInnerApostrophe(text, end)))
        {
            apostrophe |= !IsWordPart(text[end]);
            end++;
        }
        var word = text[at..end];
        Span<char> lower = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        if (!Contractions.Append(lower, apostrophe, tokens)) tokens.Add(lower.ToString());
        return end;
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '’' or '‘' or 'ʼ' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    private static bool IsWordPart(char c) => !IsUnspaced(c) && (char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c) || IsMark(c));

    private static bool IsMark(char c) => c > 127 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>Hiragana, Katakana and the unified ideographs; Korean puts spaces.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u3041' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');
}
