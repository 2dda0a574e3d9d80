using System.Globalization;
using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A cell of a table: never empty, cut to what it holds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Words), "raw_text")]
[JsonDerivedType(typeof(Number), "raw_number")]
[JsonDerivedType(typeof(Rich), "rich_text")]
internal abstract record TableCell
{
    private TableCell()
    {
    }

    [JsonIgnore]
    internal abstract int TextLength { get; }

    [JsonIgnore]
    internal virtual bool IsOurs => false;

    internal virtual TableCell Within(int max) => this;

    public sealed record Words([property: JsonConverter(typeof(BareText))] PlainText Text) : TableCell
    {
        internal override int TextLength => Text.Text.Length;

        internal override bool IsOurs => Text.IsOurs;

        internal override TableCell Within(int max) => new Words(Text.Within(max, "raw_text.text"));
    }

    /// <param name="Value">What it is sorted by.</param>
    /// <param name="Text">How it reads.</param>
    public sealed record Number([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Value, string Text) : TableCell
    {
        internal override int TextLength => Text.Length;
    }

    public sealed record Rich(IReadOnlyList<RichPart> Elements) : TableCell
    {
        public IReadOnlyList<RichPart> Elements { get; } = RichFit.Within(Elements, 200);

        internal override int TextLength => RichFit.Length(Elements);
    }

    public static implicit operator TableCell(PlainText text) => new Words(text);

    public static implicit operator TableCell(UntrustedText text) => new Words(PlainText.Fit(text));

    public static implicit operator TableCell(decimal number) => new Number((double)number, number.ToString("#,0.##", CultureInfo.InvariantCulture));
}
