using Spectre.Console;

namespace LiveSop.Workspace.Screen;

/// <summary>A text in the making. What goes in is printed as it is: brackets are no markup here.</summary>
internal sealed class Words
{
    private readonly List<(string Text, Style Style)> runs = [];

    public bool IsEmpty => runs.All(run => run.Text.Length == 0);

    public Words Add(string text, Style? style = null)
    {
        runs.Add((Printable.Text(text), style ?? Style.Plain));
        return this;
    }

    /// <summary>The text, which wraps at the width it is given.</summary>
    public Paragraph Paragraph()
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in runs) paragraph.Append(text, style);
        return paragraph;
    }
}
