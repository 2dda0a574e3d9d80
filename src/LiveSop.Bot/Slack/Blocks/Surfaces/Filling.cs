namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Dividing more blocks than one message or view holds.</summary>
/// <param name="size">Of a block, in the unit of <paramref name="most"/>.</param>
internal sealed class Filling(int mostBlocks, int most, Func<Block, int> size)
{
    /// <summary>The first blocks, and how many more there are where some are left out.</summary>
    public IReadOnlyList<Block> One(IReadOnlyList<Block> blocks)
    {
        var pages = Several(blocks);
        if (pages.Count == 1) return pages[0];
        var kept = new Filling(mostBlocks - 1, most - size(Rest(blocks.Count)), size).Several(blocks)[0];
        return [.. kept, Rest(blocks.Count - kept.Count)];
    }

    /// <summary>All blocks, in order. A heading goes with what it heads, a table never with another, a block that alone is too much is named instead.</summary>
    public IReadOnlyList<IReadOnlyList<Block>> Several(IReadOnlyList<Block> blocks)
    {
        var pages = new List<IReadOnlyList<Block>>();
        var page = new List<Block>();
        foreach (var block in blocks.Select(block => size(block) <= most ? block : TooMuch()))
        {
            if (!Takes(page, block))
            {
                var heading = page.Count > 1 && page[^1] is Header ? page[^1] : null;
                pages.Add(heading is null ? page : page[..^1]);
                page = heading is null || !Takes([heading], block) ? [] : [heading];
            }
            page.Add(block);
        }
        if (page.Count > 0) pages.Add(page);
        return pages.Count > 0 ? pages : [[Nothing()]];
    }

    private bool Takes(List<Block> page, Block block) =>
        page.Count < mostBlocks
        && page.Sum(size) + size(block) <= most
        && !(block is Table && page.Any(other => other is Table));

    private static Context TooMuch() => new(Mrkdwn.Of("_A part that is too long to show is left out here._"));

    private static Context Rest(int count) => new(Mrkdwn.Of($"… and {count} more"));

    private static Context Nothing() => new(Mrkdwn.Of(UntrustedText.Nothing));
}
