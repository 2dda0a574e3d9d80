using System.Text;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>A message with everything out of it that a title never shows: values, names of people, emoji codes, names of machines.</summary>
internal static class MaskedForTitle
{
    private static readonly string[] Zones = ["utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "bst"];

    public static string Of(string message)
    {
        var masked = PeopleNames.Unknown.Mask(Placeholders.Mask(message));
        var lines = masked.Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = OfLine(lines[i]);
        return string.Join('\n', lines);
    }

    private static string OfLine(string line)
    {
        if (line.AsSpan().IndexOfAny(":-}.") < 0) return line;
        var kept = new StringBuilder(line.Length);
        var afterTime = false;
        foreach (var chunk in line.Split(' '))
        {
            var bare = chunk.Trim('.', ',', ';', '!', '?', '(', ')');
            if (afterTime && Zones.Contains(bare.ToLowerInvariant()) || IsEmoji(chunk)) continue;
            afterTime = bare is "{time}";
            if (kept.Length > 0) kept.Append(' ');
            kept.Append(IsHost(bare) ? chunk.Replace(bare, Placeholders.Name(PlaceholderKind.Url), StringComparison.Ordinal) : IsMachine(bare) ? chunk.Replace(bare, Placeholders.Name(PlaceholderKind.Id), StringComparison.Ordinal) : chunk);
        }
        return kept.ToString();
    }

    /// <summary>":thumbsup:"</summary>
    private static bool IsEmoji(string chunk) => chunk.Length > 2 && chunk[0] == ':' && chunk.AsSpan().TrimEnd(".,!?").EndsWith(":") && chunk.AsSpan(1).IndexOfAny(" /{") < 0;

    /// <summary>"mail.shop.test": two dots, or a top level that RFC 2606 keeps for examples.</summary>
    private static bool IsHost(string word) =>
        word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && word.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length > 1 && char.IsAsciiLetter(part[0]))
        && (parts.Length > 2 || parts[^1] is "example" or "test" or "local" or "internal" or "invalid");

    /// <summary>"web-eu-7": two hyphens at least, and a figure at the end.</summary>
    private static bool IsMachine(string word) =>
        word.Length > 4 && char.IsAsciiLetter(word[0]) && char.IsAsciiDigit(word[^1]) && word.Count(c => c == '-') >= 2 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}
