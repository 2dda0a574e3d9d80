using Spectre.Console;

namespace LiveSop.Workspace.Screen;

/// <summary>How things look where the terminal has colours; it leaves them out where it has none.</summary>
internal static class Ink
{
    public static readonly Style Plain = Style.Plain;
    public static readonly Style Bold = new(decoration: Decoration.Bold);
    public static readonly Style Italic = new(decoration: Decoration.Italic);
    public static readonly Style Strike = new(decoration: Decoration.Strikethrough);
    public static readonly Style Underline = new(decoration: Decoration.Underline);
    public static readonly Style Dim = new(Color.Grey);
    public static readonly Style Code = new(Color.Orange3);
    public static readonly Style Mention = new(Color.SteelBlue1);
    public static readonly Style Link = new(Color.SteelBlue1, decoration: Decoration.Underline);
    public static readonly Style Press = new(Color.Aqua);
    public static readonly Style Primary = new(Color.Green, decoration: Decoration.Bold);
    public static readonly Style Danger = new(Color.Red, decoration: Decoration.Bold);
    public static readonly Style Wrong = new(Color.Red);
    public static readonly Style OnlyYou = new(Color.Yellow);
}
