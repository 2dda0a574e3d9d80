using System.Globalization;
using System.Text;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Text that somebody wrote, or that was mined from what people wrote, or that a language model worded. It is shown, never obeyed: it can go to plain text, to
/// rich text, and escaped to mrkdwn, and it is cut to what the place holds. Any string becomes one by itself, which is always safe; there is no way back.
/// What no reader sees yet could break or disguise a message is taken out: control characters, broken surrogates, overrides of the writing direction.
/// </summary>
internal readonly record struct UntrustedText
{
    /// <summary>Stands where a text is needed and nothing was written.</summary>
    public const string Nothing = "(empty)";

    public UntrustedText(string? text) => Clear = Clean(text ?? "");

    /// <summary>The text as it may be shown where nothing is parsed. Line ends are <c>\n</c>.</summary>
    public string Shown => Clear ?? "";

    public bool IsBlank => string.IsNullOrWhiteSpace(Clear);

    private string? Clear { get; init; }

    /// <summary>White space of every kind becomes single blanks.</summary>
    public UntrustedText OnOneLine() => Cleaned(string.Join(' ', Shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>At most so many UTF-16 units; cut between two characters as people see them, with an ellipsis.</summary>
    public UntrustedText Fit(int max) => Cleaned(Graphemes.Cut(Shown, max));

    public static implicit operator UntrustedText(string? text) => new(text);

    public override string ToString() => Shown;

    private static UntrustedText Cleaned(string clean) => new() { Clear = clean };

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (!IsRemoved(rune)) clean.Append(units[..rune.EncodeToUtf16(units)]);
        return clean.ToString();
    }

    // Marks (U+200E, U+200F, U+061C) stay, right-to-left writing needs them; what spans the text after it goes, since that text is ours.
    private static bool IsRemoved(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not ('\n' or '\t'))
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
