using System.Text.RegularExpressions;

namespace LiveSop.Domain.Text;

/// <summary>Emoji as Slack writes them: <c>:thumbsup:</c>, <c>:+1:</c>.</summary>
public static partial class Emoji
{
    public static string Remove(string text) => Code().Replace(text, "");

    [GeneratedRegex(" ?:[a-z0-9_+-]*[a-z+-][a-z0-9_+-]*:(:skin-tone-[2-6]:)?", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
