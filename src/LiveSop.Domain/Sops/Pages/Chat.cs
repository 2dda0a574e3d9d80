using System.Text;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>What chat adds to words and a page does without.</summary>
internal static class Chat
{
    /// <summary>":thumbsup:", also where its figure was masked (":+{number}:").</summary>
    public static string WithoutEmoji(string text)
    {
        if (!text.Contains(':')) return text;
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] == ':' && (at == 0 || char.IsWhiteSpace(text[at - 1])) ? Length(text.AsSpan(at)) : 0;
            if (length == 0) kept.Append(text[at]);
            else at += length - 1;
        }
        return kept.ToString().TrimEnd();
    }

    private static int Length(ReadOnlySpan<char> rest)
    {
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] == ':') return at > 1 && (at + 1 == rest.Length || !char.IsLetterOrDigit(rest[at + 1])) ? at + 1 : 0;
            if (!char.IsLetterOrDigit(rest[at]) && rest[at] is not ('_' or '+' or '-' or '{' or '}')) return 0;
        }
        return 0;
    }
}
