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
        var texts = new Queue<TextObject>(Share.Fit([.. parts.OfType<ContextPart.Words>().Select(part => part.Text)], TextTogether, TextTogether, "context.elements"));
        return [.. parts.Select(part => part is ContextPart.Words ? new ContextPart.Words(texts.Dequeue()) : part)];
    }
}

/// <summary>A text or a small picture: both become one by themselves.</summary>
[JsonConverter(typeof(ContextPartJson))]
internal abstract record ContextPart
{
    private ContextPart()
    {
    }

    public sealed record Words(TextObject Text) : ContextPart;

    public sealed record Picture(ImageElement Image) : ContextPart;

    public static implicit operator ContextPart(Mrkdwn text) => new Words(text);

    public static implicit operator ContextPart(PlainText text) => new Words(text);

    public static implicit operator ContextPart(ImageElement image) => new Picture(image);
}
