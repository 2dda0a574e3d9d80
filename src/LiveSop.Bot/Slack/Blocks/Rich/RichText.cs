using System.Runtime.CompilerServices;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Formatted text of which Slack parses nothing: the right place for what people wrote. Within 3,000 characters: what others wrote in it is shortened, then parts
/// are left out from the end, and the text says so.
/// </summary>
internal sealed record RichText : Block
{
    private const int MostText = 3_000;

    [OverloadResolutionPriority(-1)]
    public RichText(IReadOnlyList<RichPart> elements) => Elements = RichFit.Within(Limit.Count(elements, 1, int.MaxValue, "rich_text.elements"), MostText);

    public RichText(params ReadOnlySpan<RichPart> elements) : this(elements.ToArray() as IReadOnlyList<RichPart>)
    {
    }

    public IReadOnlyList<RichPart> Elements { get; }
}
