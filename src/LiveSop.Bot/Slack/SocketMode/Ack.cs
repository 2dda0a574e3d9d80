using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>That an envelope is safely in our hands, and what to answer with it.</summary>
/// <param name="Payload">
/// For a submitted view its <c>response_action</c>, for a suggestion its options, for a command a message; null for nothing.
/// Left out where the envelope accepts no payload.
/// </param>
internal sealed record Ack(JsonNode? Payload)
{
    public static Ack Empty { get; } = new((JsonNode?)null);

    public ReadOnlyMemory<byte> ToFrame(Envelope envelope)
    {
        var frame = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(frame);
        json.WriteStartObject();
        json.WriteString("envelope_id"u8, envelope.Id);
        if (Payload is not null && envelope.AcceptsResponsePayload)
        {
            json.WritePropertyName("payload"u8);
            Payload.WriteTo(json);
        }
        json.WriteEndObject();
        json.Flush();
        return frame.WrittenMemory;
    }
}
