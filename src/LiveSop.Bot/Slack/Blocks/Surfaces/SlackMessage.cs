namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// What is posted: blocks, and a text for notifications and for clients that show no blocks. Within 45 blocks and 5,000 characters (Slack's own ceilings are
/// 50, and one for texts that it does not document), one table, block ids unique.
/// </summary>
internal sealed record SlackMessage
{
    public const int MostBlocks = 45;

    public const int MostText = 5_000;

    /// <summary>What updating a message allows; posting would take more.</summary>
    private const int LongestFallback = 4_000;

    private static readonly Filling Room = new(MostBlocks, MostText, TextSize.Of);

    /// <param name="text">Says the same as the blocks, in short.</param>
    /// <param name="blocks">At least one.</param>
    /// <exception cref="BlockKitException">Too much for one message; <see cref="Pages"/> makes several and <see cref="Fit"/> says what it leaves out.</exception>
    public SlackMessage(Mrkdwn text, IReadOnlyList<Block> blocks)
    {
        Text = text.Within(LongestFallback, "message.text");
        Blocks = Limit.Distinct(Limit.Count(blocks, 1, MostBlocks, "message.blocks"), block => block.BlockId?.Value, "message.block_id");
        Limit.Range(Blocks.Sum(TextSize.Of), 0, MostText, "message.text_of_all_blocks");
        Limit.Range(Blocks.Count(block => block is Table), 0, 1, "message.tables");
        if (Blocks.Any(block => block is Input { Element: FileInput })) throw new BlockKitException("file_input", "stands in modals only");
    }

    public Mrkdwn Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>A message of one paragraph: <c>SlackMessage.Of(Mrkdwn.Of($"{user} took it"))</c>.</summary>
    public static SlackMessage Of(Mrkdwn text) => new(text, [new Section(text)]);

    /// <summary>One message of as many of the blocks as it holds, ending in how many more there are.</summary>
    public static SlackMessage Fit(Mrkdwn text, IReadOnlyList<Block> blocks) => new(text, Room.One(blocks));

    /// <summary>As many messages as the blocks need, in order; the notification texts say which of how many.</summary>
    public static IReadOnlyList<SlackMessage> Pages(Mrkdwn text, IReadOnlyList<Block> blocks)
    {
        var pages = Room.Several(blocks);
        return [.. pages.Select((page, i) => new SlackMessage(pages.Count == 1 ? text : Mrkdwn.Of($"{text} ({i + 1} of {pages.Count})"), page))];
    }

    /// <summary>The value of Slack's <c>blocks</c> argument.</summary>
    public string BlocksJson() => Slack.Blocks.BlocksJson.Text(Blocks);
}
