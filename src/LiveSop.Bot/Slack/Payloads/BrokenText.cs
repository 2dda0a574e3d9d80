using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>A JSON string that is no proper text: half a surrogate pair, bytes that are not UTF-8.</summary>
internal static class BrokenText
{
    /// <summary>The text, with U+FFFD for what cannot be read.</summary>
    /// <param name="literal">With its quotes, and with well-formed escapes.</param>
    public static string Mend(ReadOnlySpan<byte> literal)
    {
        var source = Encoding.UTF8.GetString(literal);
        var whole = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length;)
        {
            var length = source[at] == '\\' ? EscapeLength(source, at) : 1;
            whole.Append(length == 6 && char.IsSurrogate(Unit(source, at)) ? "\\uFFFD" : source.AsSpan(at, length));
            at += length;
        }
        return JsonSerializer.Deserialize<string>(whole.ToString()) ?? "";
    }

    // A proper pair is one escape of twelve characters.
    private static int EscapeLength(string source, int at) => source[at + 1] != 'u' ? 2
        : char.IsHighSurrogate(Unit(source, at)) && source.AsSpan(at + 6).StartsWith("\\u") && char.IsLowSurrogate(Unit(source, at + 6)) ? 12
        : 6;

    private static char Unit(string source, int at) =>
        (char)ushort.Parse(source.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
