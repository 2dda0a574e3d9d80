namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Dividing more blocks than one message or view holds.</summary>
/// <param name="most">For all blocks together, in the unit of <paramref name="size"/>.</param>
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
        var pages = new List<Page> { new() };
        foreach (var sized in blocks.Select(Sized))
        {
            if (!Takes(pages[^1], sized)) pages.Add(pages[^1].Next(heading => Takes(new Page(heading), sized)));
            pages[^1].Add(sized);
        }
        return blocks.Count > 0 ? [.. pages.Select(page => page.Blocks)] : [[Nothing()]];
    }

    private SizedBlock Sized(Block block)
    {
        var own = size(block);
        return own <= most ? new(block, own) : new(TooMuch(), size(TooMuch()));
    }

    private bool Takes(Page page, SizedBlock next) =>
        page.Count < mostBlocks && page.Size + next.Size <= most && !(next.Block is Table && page.HasTable);

    private static Context Rest(int count) => new(Mrkdwn.Of($"… and {count} more"));

    private static Context TooMuch() => new(Mrkdwn.Of("_A part that is too long to show is left out here._"));

    private static Context Nothing() => new(Mrkdwn.Of(UntrustedText.Nothing));

    private readonly record struct SizedBlock(Block Block, int Size);

    private sealed class Page(params ReadOnlySpan<SizedBlock> first)
    {
        private readonly List<SizedBlock> blocks = [.. first];

        public int Size { get; private set; } = Total(first);

        public int Count => blocks.Count;

        public bool HasTable => blocks.Any(sized => sized.Block is Table);

        public IReadOnlyList<Block> Blocks => [.. blocks.Select(sized => sized.Block)];

        public void Add(SizedBlock next)
        {
            blocks.Add(next);
            Size += next.Size;
        }

        /// <summary>The page after this one. It takes along a heading that would stand alone at the end of this one.</summary>
        public Page Next(Predicate<SizedBlock> fits)
        {
            if (blocks.Count < 2 || blocks[^1] is not { Block: Header } heading || !fits(heading)) return new();
            blocks.RemoveAt(blocks.Count - 1);
            return new(heading);
        }

        private static int Total(ReadOnlySpan<SizedBlock> blocks)
        {
            var total = 0;
            foreach (var block in blocks) total += block.Size;
            return total;
        }
    }
}
