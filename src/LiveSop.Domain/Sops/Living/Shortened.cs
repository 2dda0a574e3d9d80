using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living;

/// <summary>People's text on one line, with an ellipsis where it is longer than there is room for.</summary>
internal static class Shortened
{
    public static string Of(string text, int most)
    {
        var line = Untrusted.OneLine(text);
        if (line.Length <= most) return line;
        var end = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..end].TrimEnd() + "…";
    }
}
