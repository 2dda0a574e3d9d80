using System.Globalization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Cutting text where a reader would: between characters as people see them, so that no emoji or accent is torn apart.</summary>
internal static class Graphemes
{
    public const string Ellipsis = "…";

    // Joins emoji; at the end of a text it would join the ellipsis.
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The text, or its longest beginning that fits with an ellipsis. The result has at most <paramref name="max"/> UTF-16 units.</summary>
    public static string Cut(string text, int max) => Cut(text, max, static part => part);

    /// <param name="written">How the text will be written, such as escaped; never shorter than the text. The limit holds for that.</param>
    public static string Cut(string text, int max, Func<string, string> written)
    {
        if (text.Length <= max && written(text).Length <= max) return text;
        if (max < Ellipsis.Length) return "";
        var ends = Ends(text, max - Ellipsis.Length);
        var (fits, tooLong) = (0, ends.Count);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (written(text[..ends[middle]]).Length + Ellipsis.Length <= max) fits = middle;
            else tooLong = middle;
        }
        return text[..ends[fits]].TrimEnd(ZeroWidthJoiner).TrimEnd() + Ellipsis;
    }

    // Where the text may end, from 0 on. A single character of endless accents is cut within, but never within a code point.
    private static List<int> Ends(string text, int max)
    {
        var ends = new List<int> { 0 };
        for (var at = 0; at < text.Length;)
        {
            at += StringInfo.GetNextTextElementLength(text, at);
            if (at > max) break;
            ends.Add(at);
        }
        return ends.Count > 1 ? ends : CodePoints(text, max);
    }

    private static List<int> CodePoints(string text, int max)
    {
        var ends = new List<int> { 0 };
        for (var at = 1; at <= Math.Min(max, text.Length); at++)
            if (at == text.Length || !char.IsLowSurrogate(text[at])) ends.Add(at);
        return ends;
    }
}
