using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A paragraph, list, quote or code within a <see cref="RichText"/>. Lines come from interpolated strings: see <see cref="RichLine"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Paragraph), "rich_text_section")]
[JsonDerivedType(typeof(Listing), "rich_text_list")]
[JsonDerivedType(typeof(Quote), "rich_text_quote")]
[JsonDerivedType(typeof(Code), "rich_text_preformatted")]
internal abstract record RichPart
{
    private RichPart()
    {
    }

    internal abstract IEnumerable<RichElement> Runs { get; }

    /// <summary>The same with every run changed.</summary>
    internal abstract RichPart With(Func<RichElement, RichElement> change);

    public sealed record Paragraph(IReadOnlyList<RichElement> Elements) : RichPart
    {
        internal override IEnumerable<RichElement> Runs => Elements;

        internal override Paragraph With(Func<RichElement, RichElement> change) => new(Elements.Select(change).ToList());
    }

    public sealed record Quote(IReadOnlyList<RichElement> Elements) : RichPart
    {
        internal override IEnumerable<RichElement> Runs => Elements;

        internal override Quote With(Func<RichElement, RichElement> change) => new(Elements.Select(change).ToList());
    }

    /// <summary>Only text and links: all else becomes text there.</summary>
    public sealed record Code(IReadOnlyList<RichElement> Elements) : RichPart
    {
        internal override IEnumerable<RichElement> Runs => Elements;

        internal override Code With(Func<RichElement, RichElement> change) => new(Elements.Select(change).ToList());
    }

    /// <param name="Indent">0 to 8.</param>
    public sealed record Listing(ListStyle Style, IReadOnlyList<Paragraph> Items, int? Indent = null) : RichPart
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public ListStyle Style { get; } = Style;

        [JsonIgnore]
        public IReadOnlyList<Paragraph> Items { get; init; } = Limit.Count(Items, 1, int.MaxValue, "rich_text_list.elements");

        public int? Indent { get; } = Indent is { } deep ? Limit.Range(deep, 0, 8, "rich_text_list.indent") : null;

        // Declared as what they are in general, so that each is sent with its type.
        public IEnumerable<RichPart> Elements => Items;

        internal override IEnumerable<RichElement> Runs => Items.SelectMany(item => item.Elements);

        internal override Listing With(Func<RichElement, RichElement> change) => this with { Items = [.. Items.Select(item => item.With(change))] };
    }
}

internal enum ListStyle
{
    Bullet,
    Ordered,
}
