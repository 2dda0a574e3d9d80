using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>Something with a margin on its left: one text before its first line, another before all that follow. Both of one width.</summary>
internal sealed class Margin(string first, string rest, Style style, IRenderable inside) : Renderable
{
    public Margin(string each, Style style, IRenderable inside) : this(each, each, style, inside)
    {
    }

    /// <summary>Indented by blanks.</summary>
    public static Margin Of(int blanks, IRenderable inside) => new(new string(' ', blanks), Style.Plain, inside);

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var within = inside.Measure(options, Math.Max(1, maxWidth - Width));
        return new(within.Min + Width, within.Max + Width);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Segment.SplitLines(inside.Render(options, Math.Max(1, maxWidth - Width)));
        for (var i = 0; i < lines.Count; i++)
        {
            yield return new Segment(i == 0 ? first : rest, style);
            foreach (var segment in lines[i]) yield return segment;
            yield return Segment.LineBreak;
        }
    }

    private int Width => Math.Max(first.GetCellWidth(), rest.GetCellWidth());
}
