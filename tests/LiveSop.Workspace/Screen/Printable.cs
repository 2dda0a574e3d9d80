using System.Globalization;
using System.Text;

namespace LiveSop.Workspace.Screen;

/// <summary>What others wrote, so that it cannot steer the terminal: no control characters, no overrides of the writing direction.</summary>
internal static class Printable
{
    private const string TabAsBlanks = "    ";

    /// <summary>Line breaks stay, as <c>\n</c>.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value == '\t') shown.Append(TabAsBlanks);
            else if (rune.Value == '\n' || !IsHidden(rune)) shown.Append(rune.ToString());
        return shown.ToString();
    }

    public static string Line(string text) => Text(text).Replace('\n', ' ');

    // The joiner of emoji, and marks that right-to-left writing needs, are harmless.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (0x200D or 0x200E or 0x200F),
        _ => false,
    };
}
