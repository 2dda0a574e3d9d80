using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Small grey print: at most 10 texts and pictures, the texts within 2,000 characters together.</summary>
internal sealed record Context(IReadOnlyList<ContextPart> Elements) : Block
{
    private const int TextTogether = 2_000;

    public Context(Mrkdwn text) : this([text])
    {
    }

    public IReadOnlyList<ContextPart> Elements { get; } = Shared(Limit.Count(Elements, 1, 10, "context.elements"));

    private static IReadOnlyList<ContextPart> Shared(IReadOnlyList<ContextPart> parts)
    {
        var most = Share.Each(parts.Select(part => part.TextLength), TextTogether);
        return [.. parts.Select(part => part.Within(most))];
    }
}

/// <summary>A text or a small picture: both become one by themselves.</summary>
[JsonConverter(typeof(ContextPartJson))]
internal abstract record ContextPart
{
    private ContextPart()
    {
    }

    internal virtual int TextLength => 0;

    internal virtual ContextPart Within(int max) => this;

    public sealed record Words(TextObject Text) : ContextPart
    {
        internal override int TextLength => Text.Text.Length;

        internal override ContextPart Within(int max) => new Words(Text.Within(max, "context.elements"));
    }

    public sealed record Picture(ImageElement Image) : ContextPart;

    public static implicit operator ContextPart(Mrkdwn text) => new Words(text);

    public static implicit operator ContextPart(PlainText text) => new Words(text);

    public static implicit operator ContextPart(ImageElement image) => new Picture(image);
}
