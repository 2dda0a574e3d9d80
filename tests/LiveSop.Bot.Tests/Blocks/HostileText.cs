namespace LiveSop.Bot.Tests.Blocks;

/// <summary>Seeded text such as people, other programs and enemies write.</summary>
internal static class HostileText
{
    private static readonly string[] Bricks =
    [
        "<!channel>", "<!here>", "<!everyone>", "<!subteam^S9>", "<@U9>", "<#C9|general>", "<https://evil.example|https://bank.example>", "<!date^1^{date}|x>",
        "&lt;!channel&gt;", "&", "&amp;lt;", "<", ">", "|", "@here", "@channel", "@Everyone", "```", "`", "*", "_", "~", "> ", ":tada:", "https://evil.example/a",
        "\u202E", "\u2066", "\u200F", "\u200E", "\u200B", "\uFEFF", "\uFFFE", "\0", "\u0007", "\u001b[31m", "\u0085", "\u2028", "\uD83D", "\uDE00", "\uDC00\uD800",
        "👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "e\u0301\u0302\u0303", "שלום", "日本語", "\r\n", "\n", "\t", " ", "\u00A0", "{0}", "\\", "\"", "'", "</script>", "%s", "plain words ", "x",
    ];

    public static string Next(Random random)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => Bricks[random.Next(Bricks.Length)]));
        return random.Next(5) switch
        {
            0 => string.Concat(Enumerable.Repeat(text, random.Next(1, 200))),
            1 => Bricks[random.Next(Bricks.Length)],
            2 => "e" + new string('\u0301', random.Next(0, 9_000)),
            _ => text,
        };
    }
}
