using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A shape that is only ever sent: reading it back is nobody's business.</summary>
internal abstract class Sent<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Blocks are sent to Slack; what comes back is a payload");
}

/// <summary>A typed value as its text.</summary>
internal sealed class Written<T>(Func<T, string> text) : Sent<T>
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}

internal sealed class TextObjectJson : Sent<TextObject>
{
    public override bool CanConvert(Type typeToConvert) => typeof(TextObject).IsAssignableFrom(typeToConvert);

    public override void Write(Utf8JsonWriter writer, TextObject value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value is PlainText ? "plain_text" : "mrkdwn");
        writer.WriteString("text", value.Text);
        if (value is PlainText { Emoji: { } emoji }) writer.WriteBoolean("emoji", emoji);
        if (value is Mrkdwn { IsVerbatim: true }) writer.WriteBoolean("verbatim", true);
        writer.WriteEndObject();
    }
}

/// <summary>A text where Slack wants the bare string.</summary>
internal sealed class BareText : Sent<PlainText>
{
    public override void Write(Utf8JsonWriter writer, PlainText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

/// <summary>An element by what it is, where only its place is declared.</summary>
internal sealed class ElementJson<T> : Sent<T> where T : class
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, (Element)(object)value, options);
}

/// <summary>A block with its type, where the declaration already says which.</summary>
internal sealed class BlockJson<T> : Sent<T> where T : Block
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize<Block>(writer, value, options);
}

internal sealed class ContextPartJson : Sent<ContextPart>
{
    public override void Write(Utf8JsonWriter writer, ContextPart value, JsonSerializerOptions options)
    {
        if (value is ContextPart.Words words) JsonSerializer.Serialize(writer, words.Text, options);
        else JsonSerializer.Serialize<Element>(writer, ((ContextPart.Picture)value).Image, options);
    }
}

/// <summary>Slack takes the bounds of a number field as strings.</summary>
internal sealed class NumberAsText : Sent<decimal>
{
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}

internal sealed class UnixSeconds : Sent<DateTimeOffset>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
