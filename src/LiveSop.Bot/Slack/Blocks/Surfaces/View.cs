using System.Text;
using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A modal or a person's home: at most 100 blocks and 250 KB, block ids unique, one field with the cursor, no table.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Modal), "modal")]
[JsonDerivedType(typeof(HomeView), "home")]
internal abstract record View
{
    public const int MostBlocks = 100;

    // Of Slack's 250 KB, leaving room for what Slack adds.
    private const int MostBytes = 240_000;

    private static readonly Filling Room = new(MostBlocks, MostBytes, Bytes);

    private protected View(IReadOnlyList<Block> blocks)
    {
        Blocks = Limit.Distinct(Limit.Count(blocks, 1, MostBlocks, "view.blocks"), block => block.BlockId?.Value, "view.block_id");
        Limit.Range(Fields(Blocks).Count(field => field.FocusOnLoad), 0, 1, "view.focus_on_load");
        if (Blocks.Any(block => block is Table)) throw new BlockKitException("table", "stands in messages only");
        Limit.Range(Blocks.Sum(Bytes), 1, MostBytes, "view.bytes");
    }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>For an app that shows several: at most 255 characters, unique within the workspace.</summary>
    public string? ExternalId { get; init => field = value is null ? null : Limit.Id(value, "view.external_id"); }

    /// <summary>What the bot needs when the view comes back, at most 3,000 characters: keys only, anybody who has the view can read it.</summary>
    public string? PrivateMetadata { get; init => field = value is null ? null : Limit.Length(value, 0, 3_000, "view.private_metadata"); }

    /// <summary>As many of the blocks as a view holds, ending in how many more there are.</summary>
    public static IReadOnlyList<Block> Fit(IReadOnlyList<Block> blocks) => Room.One(blocks);

    /// <summary>The value of Slack's <c>view</c> argument.</summary>
    public string Json() => BlocksJson.Text(this);

    private static int Bytes(Block block) => Encoding.UTF8.GetByteCount(BlocksJson.Text(block));

    private static IEnumerable<Field> Fields(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Input input => [input.Element],
        Section { Accessory: { } accessory } => [accessory],
        Actions actions => actions.Elements,
        _ => Enumerable.Empty<object>(),
    }).OfType<Field>();
}

/// <summary>What a person sees on the bot's own page.</summary>
internal sealed record HomeView(IReadOnlyList<Block> Blocks) : View(Blocks is var all && all.Any(block => block is Input { Element: FileInput })
    ? throw new BlockKitException("file_input", "stands in modals only")
    : all)
{
    [JsonPropertyName("callback_id")]
    public SlackAction? Callback { get; init; }
}

/// <summary>A form in front of everything else. Title and buttons at most 24 characters.</summary>
/// <param name="Submit">Needed where there is a field to fill in.</param>
internal sealed record Modal(SlackAction Callback, PlainText Title, IReadOnlyList<Block> Blocks, PlainText? Submit = null) : View(Blocks)
{
    [JsonPropertyName("callback_id")]
    public SlackAction Callback { get; } = Callback;

    public PlainText Title { get; } = Title.Within(24, "modal.title");

    public PlainText? Submit { get; } = Submit is not null || !Blocks.Any(block => block is Input)
        ? Submit?.Within(24, "modal.submit")
        : throw new BlockKitException("modal.submit", "a view with a field to fill in needs a button to send it");

    public PlainText? Close { get; init => field = value?.Within(24, "modal.close"); }

    public bool NotifyOnClose { get; init; }

    /// <summary>Closing this one closes those below it too.</summary>
    public bool ClearOnClose { get; init; }
}
