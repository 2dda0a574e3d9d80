namespace LiveSop.Bot.Slack.Blocks;

/// <summary>The parts of a rich text as one writes them: <c>Rich.Paragraph($"{asker} asked in {channel}:"), Rich.Quote($"{question}")</c>.</summary>
internal static class Rich
{
    public static RichPart.Paragraph Paragraph(RichTemplate line) => new(RichLine.Of(line).Elements);

    public static RichPart Quote(RichTemplate line) => new RichPart.Quote(RichLine.Of(line).Elements);

    public static RichPart Code(UntrustedText text) => new RichPart.Code(RichLine.Of($"{text}").Elements);

    /// <param name="lines">At least one.</param>
    /// <param name="indent">0 to 8.</param>
    public static RichPart Bullets(IEnumerable<RichLine> lines, int? indent = null) => Listing(ListStyle.Bullet, lines, indent);

    /// <inheritdoc cref="Bullets"/>
    public static RichPart Numbered(IEnumerable<RichLine> lines, int? indent = null) => Listing(ListStyle.Ordered, lines, indent);

    private static RichPart.Listing Listing(ListStyle style, IEnumerable<RichLine> lines, int? indent) =>
        new(style, [.. lines.Select(line => new RichPart.Paragraph(line.Elements))], indent);
}

/// <summary>One line of rich text: <c>RichLine.Of($"{step:bold} by {owner}")</c>. A blank one says that it is empty.</summary>
internal sealed record RichLine
{
    private RichLine(IReadOnlyList<RichElement> elements) => Elements = elements;

    public IReadOnlyList<RichElement> Elements { get; }

    public static RichLine Of(RichTemplate template) => new(template.Elements.Count > 0 ? [.. template.Elements] : [new RichElement.Run(UntrustedText.Nothing, IsOurs: true)]);
}
