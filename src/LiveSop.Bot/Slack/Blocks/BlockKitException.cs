namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Blocks that Slack would refuse, found while they are built. Always a mistake in our code: what people wrote is cut to size and never ends here.
/// </summary>
internal sealed class BlockKitException(string field, string problem) : Exception($"{field}: {problem}")
{
    /// <summary>The block or element and its field, in Slack's names: <c>header.text</c>.</summary>
    public string Field { get; } = field;
}
