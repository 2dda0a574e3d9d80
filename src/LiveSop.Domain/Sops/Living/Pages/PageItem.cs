using System.Text.RegularExpressions;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>An item of a list in Markdown, and those that stand under it.</summary>
/// <param name="Line">Where it begins; the first line of the page is 1.</param>
/// <param name="Text">As written, without its bullet or number; several lines joined by spaces.</param>
internal sealed partial record PageItem(int Line, int Indent, string Text, List<PageItem> Under)
{
    private const string Tab = "    ";

    /// <returns>Null where the line is no item of a list.</returns>
    public static PageItem? Of(int line, string text)
    {
        var match = Bullet().Match(text.Replace("\t", Tab));
        return match.Success ? new(line, match.Groups["indent"].Length, match.Groups["text"].Value.Trim(), []) : null;
    }

    /// <summary>Items stand under the nearest one before them that is less indented; a line that is none goes on with the item before.</summary>
    public static List<PageItem> Nest(IEnumerable<PageItem> items)
    {
        var top = new List<PageItem>();
        var open = new Stack<PageItem>();
        foreach (var item in items)
        {
            while (open.TryPeek(out var last) && last.Indent >= item.Indent) open.Pop();
            (open.TryPeek(out var over) ? over.Under : top).Add(item);
            open.Push(item);
        }
        return top;
    }

    [GeneratedRegex(@"^(?<indent> *)(?:[-*+•]|\d{1,9}[.)])(?: +(?:\[[ xX]\] +)?(?<text>.*)| *)$")]
    private static partial Regex Bullet();
}
