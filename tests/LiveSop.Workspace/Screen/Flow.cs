using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>Short things beside each other, as many as a line holds; none is broken, one that is wider than the line is cut.</summary>
internal sealed class Flow(IReadOnlyList<(string Text, Style Style)> things) : Renderable
{
    private const int Gap = 3;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var at = 0;
        foreach (var (text, style) in things)
        {
            var width = Math.Min(text.GetCellWidth(), maxWidth);
            if (at > 0 && at + Gap + width > maxWidth)
            {
                yield return Segment.LineBreak;
                at = 0;
            }
            if (at > 0) yield return new Segment(new string(' ', Gap));
            foreach (var segment in Segment.SplitOverflow(new Segment(text, style), Overflow.Ellipsis, maxWidth)) yield return segment;
            at += width + (at > 0 ? Gap : 0);
        }
        yield return Segment.LineBreak;
    }
}
