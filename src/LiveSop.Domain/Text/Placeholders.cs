using System.Text;
using LiveSop.Domain.Text.Values;

namespace LiveSop.Domain.Text;

/// <summary>
/// Replaces values and secrets by typed placeholders such as <c>{email}</c>, so that two messages that differ only in whose order
/// they are about read the same, and so that nothing confidential is shown or sent on. One pass, no backtracking.
/// </summary>
public static class Placeholders
{
    private static readonly string[] Names =
        [.. Enum.GetNames<PlaceholderKind>().Select(name => "{" + name.ToLowerInvariant() + "}")];

    /// <summary>The placeholder as it stands in a masked text: <c>{email}</c>.</summary>
    public static string Name(PlaceholderKind kind) => Names[(int)kind];

    public static bool IsPlaceholder(ReadOnlySpan<char> token) =>
        token.Length > 3 && token[0] == '{' && token[^1] == '}' && Array.Exists(Names, IsSame(token.ToString()));

    /// <summary>The masked text; the very same string when there is nothing to mask.</summary>
    public static string Mask(string text) => Replace(text, null);

    /// <summary>The masked text together with what was taken out, so that it can be put back.</summary>
    public static MaskedText MaskReversibly(string text)
    {
        var masks = new List<Mask>();
        return new MaskedText(Replace(text, masks), masks);
    }

    private static Predicate<string> IsSame(string token) => name => name == token;

    private static string Replace(string text, List<Mask>? masks)
    {
        StringBuilder? masked = null;
        int copied = 0, at = 0;
        while (at < text.Length)
        {
            var (kind, length) = ValueReader.At(text, at);
            if (length == 0)
            {
                at = ValueReader.NextStart(text, at);
                continue;
            }
            masked ??= new StringBuilder(text.Length + 16);
            masked.Append(text, copied, at - copied);
            masks?.Add(new Mask(kind, masked.Length, text.Substring(at, length)));
            masked.Append(Name(kind));
            copied = at += length;
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }
}
