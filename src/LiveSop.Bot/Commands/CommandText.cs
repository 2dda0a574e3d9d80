using System.Globalization;
using System.Text.RegularExpressions;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Commands;

/// <summary>Reads what people type after <c>/sop</c> or after the bot's name.</summary>
internal static partial class CommandText
{
    private static readonly Dictionary<string, Func<string, DateOnly, SopCommand>> verbs = new(StringComparer.Ordinal)
    {
        ["help"] = (_, _) => new SopCommand.Help(),
        ["list"] = (_, _) => new SopCommand.List(),
        ["show"] = (rest, _) => Named("show", rest, sop => new SopCommand.Show(sop)),
        ["search"] = (rest, _) => rest.Length > 0 ? new SopCommand.Search(rest) : new SopCommand.Incomplete("search", "/sop search WORDS"),
        ["mine"] = MineText.Parse,
        ["import"] = (_, _) => new SopCommand.Import(),
        ["history"] = (rest, _) => Named("history", rest, sop => new SopCommand.History(sop)),
        ["diff"] = (rest, _) => Diff(rest),
        ["restore"] = (rest, _) => Restore(rest),
        ["export"] = (rest, _) => new SopCommand.Export(SopReference.Of(rest)),
        ["edit"] = (rest, _) => Named("edit", rest, sop => new SopCommand.Edit(sop)),
        ["settings"] = (_, _) => new SopCommand.Settings(),
        ["digest"] = (_, _) => new SopCommand.Digest(),
        ["doctor"] = (_, _) => new SopCommand.Doctor(),
        ["why"] = (_, _) => new SopCommand.Why(),
        ["start"] = (rest, _) => new SopCommand.Start(SopReference.Of(rest)),
        ["runs"] = (_, _) => new SopCommand.Runs(),
        ["quiet"] = (_, _) => new SopCommand.Quiet(IsQuiet: true),
        ["speak"] = (_, _) => new SopCommand.Quiet(IsQuiet: false),
        ["open"] = (_, _) => new SopCommand.Open(IsOpen: true),
        ["close"] = (_, _) => new SopCommand.Open(IsOpen: false),
        ["which"] = (_, _) => new SopCommand.Which(),
        ["similar"] = (rest, _) => About(rest),
        ["find"] = (rest, _) => rest.Length > 0 ? new SopCommand.Search(rest) : new SopCommand.Incomplete("search", "/sop search WORDS"),
    };

    /// <summary>The first word decides; capitals, slashes and punctuation around it do not. Nothing at all asks for help.</summary>
    /// <param name="today">By which "90 days" is counted.</param>
    public static SopCommand Parse(string text, DateOnly today)
    {
        var first = FirstWord().Match(text);
        var word = first.Value.ToLowerInvariant();
        if (word is "" or "hi" or "hello" or "hey") return new SopCommand.Help();
        if (Question.Of(text) is { } asked) return asked;
        return verbs.TryGetValue(word, out var read)
            ? read(text[(first.Index + first.Length)..].Trim(), today)
            : new SopCommand.Unknown(word, Spelling.Nearest(word, verbs.Keys));
    }

    /// <summary>Whether the text names the bot: <c>&lt;@U…&gt;</c> or <c>&lt;@U…|name&gt;</c>.</summary>
    public static bool Mentions(string text, UserId bot) =>
        text.Contains($"<@{bot}>", StringComparison.Ordinal) || text.Contains($"<@{bot}|", StringComparison.Ordinal);

    /// <summary>The text without what names the bot.</summary>
    public static string WithoutMention(string text, UserId bot) =>
        Mention().Replace(text, mention => mention.Groups[1].Value == bot.Value ? " " : mention.Value).Trim();

    /// <summary><c>similar</c>, <c>similar cases</c>; with other words, what those say.</summary>
    private static SopCommand About(string rest) =>
        rest.Trim('?', '!', '.', ' ') is "" or "cases" or "case" or "incidents" or "threads" or "ones" ? new SopCommand.LastTime() : new SopCommand.Search(rest);

    private static SopCommand Named(string name, string rest, Func<SopReference, SopCommand> make) =>
        SopReference.Of(rest) is { } sop ? make(sop) : new SopCommand.Incomplete(name, $"/sop {name} NUMBER");

    /// <summary><c>12</c>, <c>12 3</c> (against the one before) or <c>12 2 3</c>.</summary>
    private static SopCommand Diff(string rest)
    {
        var (sop, versions) = WithVersions(rest, most: 2);
        return (sop, versions) switch
        {
            (null, _) => new SopCommand.Incomplete("diff", "/sop diff NUMBER, or /sop diff NUMBER VERSION VERSION"),
            (_, [var from, var to]) => new SopCommand.Diff(sop, Math.Min(from, to), Math.Max(from, to)),
            (_, [var to]) => new SopCommand.Diff(sop, null, to),
            _ => new SopCommand.Diff(sop, null, null),
        };
    }

    private static SopCommand Restore(string rest) => WithVersions(rest, most: 1) is ({ } sop, [var version])
        ? new SopCommand.Restore(sop, version)
        : new SopCommand.Incomplete("restore", "/sop restore NUMBER VERSION");

    /// <summary>The numbers at the end, apart from the first word, are versions.</summary>
    private static (SopReference? Sop, IReadOnlyList<int> Versions) WithVersions(string rest, int most)
    {
        var words = rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var versions = new List<int>();
        var end = words.Length;
        while (end > 1 && versions.Count < most && int.TryParse(words[end - 1].TrimStart('v', 'V'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            versions.Insert(0, version);
            end--;
        }
        return (SopReference.Of(string.Join(' ', words[..end])), versions);
    }

    /// <summary>Not more letters than any command has: a wall of text is no command.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}_-]{1,40}", RegexOptions.NonBacktracking)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"<@([A-Z0-9]+)(?:\|[^>]*)?>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
