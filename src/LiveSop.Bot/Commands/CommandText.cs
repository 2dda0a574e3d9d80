using System.Text.RegularExpressions;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Commands;

/// <summary>Reads what people type after <c>/sop</c> or after the bot's name.</summary>
internal static partial class CommandText
{
    private static readonly string[] Known = ["help", "mine"];

    /// <summary>A typed word counts as a slip of a command up to so many letters away.</summary>
    private const int NearEnough = 2;

    /// <summary>The first word decides; capitals, slashes and punctuation around it do not. Nothing at all asks for help.</summary>
    public static SopCommand Parse(string text)
    {
        var word = FirstWord().Match(text).Value.ToLowerInvariant();
        return word switch
        {
            "" or "help" or "hi" or "hello" or "hey" => new SopCommand.Help(),
            "mine" => new SopCommand.Mine(),
            _ => new SopCommand.Unknown(word, Nearest(word)),
        };
    }

    /// <summary>Whether the text names the bot: <c>&lt;@U…&gt;</c> or <c>&lt;@U…|name&gt;</c>.</summary>
    public static bool Mentions(string text, UserId bot) =>
        text.Contains($"<@{bot}>", StringComparison.Ordinal) || text.Contains($"<@{bot}|", StringComparison.Ordinal);

    /// <summary>The text without what names the bot.</summary>
    public static string WithoutMention(string text, UserId bot) =>
        Mention().Replace(text, mention => mention.Groups[1].Value == bot.Value ? " " : mention.Value).Trim();

    private static string? Nearest(string word)
    {
        var (best, distance) = Known.Select(known => (known, Distance: Distance(word, known))).MinBy(pair => pair.Distance);
        return distance <= NearEnough && distance < word.Length ? best : null;
    }

    /// <summary>Damerau and Levenshtein's: letters put in, left out, changed, or swapped with a neighbour (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
            {
                var change = cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        return cost[one.Length, other.Length];
    }

    /// <summary>Not more letters than any command has: a wall of text is no command.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}_-]{1,40}", RegexOptions.NonBacktracking)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"<@([A-Z0-9]+)(?:\|[^>]*)?>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
