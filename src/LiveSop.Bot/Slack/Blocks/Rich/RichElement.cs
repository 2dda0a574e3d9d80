using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A run of text, a mention, link, picture or date within a line of rich text. There is none that calls everybody.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Run), "text")]
[JsonDerivedType(typeof(User), "user")]
[JsonDerivedType(typeof(Channel), "channel")]
[JsonDerivedType(typeof(UserGroup), "usergroup")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Picture), "emoji")]
[JsonDerivedType(typeof(Date), "date")]
internal abstract record RichElement
{
    private const int MentionLength = 12;

    private RichElement()
    {
    }

    public RichStyle? Style { get; init; }

    /// <summary>Roughly what a reader sees of it.</summary>
    internal virtual int TextLength => MentionLength;

    /// <param name="IsOurs">Written in our code, so never shortened.</param>
    public sealed record Run(string Text, [property: JsonIgnore] bool IsOurs) : RichElement
    {
        internal override int TextLength => Text.Length;
    }

    public sealed record User(UserId UserId) : RichElement;

    public sealed record Channel(ChannelId ChannelId) : RichElement;

    public sealed record UserGroup([property: JsonPropertyName("usergroup_id")] UserGroupId UserGroupId) : RichElement;

    public sealed record Link(string Url, string? Text) : RichElement
    {
        internal override int TextLength => (Text ?? Url).Length;
    }

    public sealed record Picture(string Name) : RichElement;

    public sealed record Date(DateTimeOffset Timestamp, string Format, string Fallback) : RichElement
    {
        internal override int TextLength => Fallback.Length;
    }
}

/// <summary>How a run of text looks.</summary>
internal sealed record RichStyle(bool Bold = false, bool Italic = false, bool Strike = false, bool Code = false, bool Underline = false)
{
    public static RichStyle? Named(string? name) => name switch
    {
        null => null,
        "bold" => new(Bold: true),
        "italic" => new(Italic: true),
        "strike" => new(Strike: true),
        "code" => new(Code: true),
        "underline" => new(Underline: true),
        _ => throw new BlockKitException("rich_text.style", $"'{name}' is none of bold, italic, strike, code, underline"),
    };
}
