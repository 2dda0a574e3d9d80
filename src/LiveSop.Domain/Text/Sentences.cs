using System.Buffers;
using System.Collections.Frozen;

namespace LiveSop.Domain.Text;

/// <summary>
/// Sentences as people type them in chat: a line end always ends one, bullets are dropped, a capital after the full stop is not needed,
/// and full stops inside addresses, numbers and abbreviations end nothing.
/// </summary>
public static class Sentences
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create(" .!?…。！？,;:-–");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = Words.Set(
        "e.g i.e eg ie etc vs mr mrs ms dr prof st no nr approx incl excl dept ext fig inc ltd co corp resp ca cf z.b bzw a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <summary>Trimmed, none empty, in the order of the text.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>(2);
        foreach (var line in text.AsSpan().EnumerateLines()) SplitLine(WithoutBullet(line.Trim()), sentences);
        return sentences;
    }

    private static void SplitLine(ReadOnlySpan<char> line, List<string> sentences)
    {
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (!IsTerminator(line[at])) continue;
            var end = at + 1;
            while (end < line.Length && IsTrailing(line[end])) end++;
            if (!Ends(line, start, at, end))
            {
                at = end - 1;
                continue;
            }
            Add(line[start..end], sentences);
            start = end;
            at = end - 1;
        }
        Add(line[start..], sentences);
    }

    private static bool Ends(ReadOnlySpan<char> line, int start, int at, int end)
    {
        if (line[at] is '。' or '！' or '？') return true;
        if (end < line.Length && !char.IsWhiteSpace(line[end])) return false;
        return line[at] != '.' || end - at > 1 || !IsAbbreviation(line[start..at]);
    }

    /// <summary>"e.g", "Dr", an initial; but "I." ends a sentence, and so does a word at the end of the line.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '(') + 1)..];
        return (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || Abbreviations.Contains(word);
    }

    private static ReadOnlySpan<char> WithoutBullet(ReadOnlySpan<char> line)
    {
        while (line.Length > 1 && line[0] is '-' or '*' or '•' or '–' or '>' or '◦' or '▪' && line[1] is ' ' or '\t') line = line[2..].TrimStart();
        if (line.StartsWith("&gt; ")) line = line[5..];
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        var numbered = digits is 1 or 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
        return numbered ? line[(digits + 2)..].TrimStart() : line;
    }

    private static void Add(ReadOnlySpan<char> sentence, List<string> sentences)
    {
        sentence = sentence.Trim();
        if (sentence.ContainsAnyExcept(Punctuation)) sentences.Add(sentence.ToString());
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsTrailing(char c) => IsTerminator(c) || c is '"' or '\'' or ')' or ']' or '”' or '’' or '*';
}
