using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>What a client sent over the socket.</summary>
/// <param name="Response">Null where it is absent, null or empty: Bolt sends <c>{}</c> always.</param>
internal readonly record struct Ack(string EnvelopeId, JsonElement? Response)
{
    /// <summary>Null where it is none.</summary>
    public static Ack? Read(ReadOnlyMemory<byte> frame)
    {
        try
        {
            return Parse(frame);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Ack? Parse(ReadOnlyMemory<byte> frame)
    {
        var reader = new Utf8JsonReader(frame.Span);
        string? id = null;
        JsonElement? response = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("envelope_id"u8);
            var isPayload = reader.ValueTextEquals("payload"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isId && reader.TokenType == JsonTokenType.String) id = reader.GetString();
            else reader.Skip();
            if (isPayload) response = Payload(frame[start..(int)reader.BytesConsumed]);
        }
        return id is null ? null : new Ack(id, response);
    }

    private static JsonElement? Payload(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length <= 4 && bytes.Span.IndexOfAny((byte)'"', (byte)'[') < 0) return null;
        var payload = JsonBytes.Element(bytes);
        return payload.ValueKind == JsonValueKind.Object && !payload.EnumerateObject().Any() ? null : payload;
    }
}
