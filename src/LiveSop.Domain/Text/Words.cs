using System.Collections.Frozen;

namespace LiveSop.Domain.Text;

/// <summary>Word lists are written as plain text, so that they can be read and extended as such.</summary>
internal static class Words
{
    private static readonly char[] Blanks = [' ', '\n', '\r'];

    public static string[] List(string words) => words.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A set that ignores case and can be asked with a span.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        List(words).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Phrases, separated by commas or line ends.</summary>
    public static string[] Phrases(string phrases) =>
        phrases.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
