using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>Slack's markup as people see it: paragraphs, quotes and code, with emphasis, mentions, links and dates within.</summary>
internal sealed class MrkdwnText(Reader reader)
{
    private const string Fence = "```";

    private readonly MrkdwnTokens tokens = new(reader);

    public IRenderable Show(string text, Style? style = null)
    {
        var parts = new List<IRenderable>();
        var fenced = Printable.Text(text).Split(Fence);
        for (var i = 0; i < fenced.Length; i++)
        {
            // An odd part stands between two fences; the last one has no second.
            var isCode = i % 2 == 1 && i < fenced.Length - 1;
            if (isCode) parts.Add(Code(MrkdwnTokens.Decoded(fenced[i].Trim('\n'))));
            else parts.AddRange(Paragraphs((i % 2 == 1 ? Fence : "") + fenced[i], style ?? Style.Plain));
        }
        return new Rows(parts);
    }

    public static IRenderable Code(string text) => new Margin("  ▏ ", Ink.Dim, new Words().Add(text, Ink.Code).Paragraph());

    public static IRenderable Quote(IRenderable inside) => new Margin("▌ ", Ink.Dim, inside);

    private IEnumerable<IRenderable> Paragraphs(string text, Style style)
    {
        var lines = new List<string>();
        var isQuote = false;
        foreach (var line in text.Trim('\n').Split('\n'))
        {
            var quotes = line.StartsWith("&gt;", StringComparison.Ordinal) || line.StartsWith('>');
            if (quotes != isQuote && lines.Count > 0)
            {
                yield return Block(lines, isQuote, style);
                lines.Clear();
            }
            isQuote = quotes;
            lines.Add(quotes ? line[(line[0] == '>' ? 1 : "&gt;".Length)..].TrimStart(' ') : line);
        }
        if (lines.Any(line => line.Length > 0)) yield return Block(lines, isQuote, style);
    }

    private IRenderable Block(List<string> lines, bool isQuote, Style style)
    {
        var words = new Words();
        tokens.Write(string.Join('\n', lines), style, words);
        return isQuote ? Quote(words.Paragraph()) : words.Paragraph();
    }
}
