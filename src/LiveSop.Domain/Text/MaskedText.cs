using System.Text;

namespace LiveSop.Domain.Text;

/// <summary>What kind of value stood where the placeholder now stands; its name in lower case is the placeholder's.</summary>
public enum PlaceholderKind
{
    Email, Url, Number, Id, Issue, Money, Date, Time, Phone, Ip, Secret, Person, Channel, File, Code,
}

/// <summary>One value that was taken out.</summary>
/// <param name="Start">Where its placeholder begins in the masked text, in UTF-16 units.</param>
/// <param name="Value">What stood there before.</param>
public sealed record Mask(PlaceholderKind Kind, int Start, string Value)
{
    public string Placeholder => Placeholders.Name(Kind);
}

/// <summary>A text whose values are placeholders, and what is needed to put them back.</summary>
/// <param name="Masks">In the order of the text, never overlapping; empty when nothing was masked.</param>
public sealed record MaskedText(string Text, IReadOnlyList<Mask> Masks)
{
    /// <summary>The text as it was.</summary>
    public string Unmask()
    {
        if (Masks.Count == 0) return Text;
        var original = new StringBuilder(Text.Length);
        var copied = 0;
        foreach (var mask in Masks)
        {
            original.Append(Text, copied, mask.Start - copied).Append(mask.Value);
            copied = mask.Start + mask.Placeholder.Length;
        }
        return original.Append(Text, copied, Text.Length - copied).ToString();
    }
}
