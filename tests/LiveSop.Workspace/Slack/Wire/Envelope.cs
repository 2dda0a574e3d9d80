using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>What a delivery looks like on the socket.</summary>
internal static class Envelope
{
    public static Frame Of(Delivery delivery, Chaos chaos)
    {
        var bytes = JsonBytes.Of(delivery, Write);
        return chaos.IsQuiet ? new Frame(bytes) : Troubled(bytes, delivery.Type, chaos);
    }

    private static void Write(Utf8JsonWriter json, Delivery delivery)
    {
        json.WriteStartObject();
        json.WriteString("envelope_id", delivery.EnvelopeId);
        json.WriteString("type", delivery.Type);
        json.WriteBoolean("accepts_response_payload", delivery.AcceptsPayload);
        if (delivery.EventId is not null)
        {
            json.WriteNumber("retry_attempt", delivery.Attempt);
            json.WriteString("retry_reason", delivery.Attempt == 0 ? "" : "timeout");
        }
        json.WritePropertyName("payload");
        json.WriteRawValue(delivery.Payload, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static Frame Troubled(byte[] bytes, string type, Chaos chaos)
    {
        var bare = chaos.Strikes(Mishap.Bare, type);
        var strange = chaos.Strikes(Mishap.Strange, type);
        var noTeam = chaos.Strikes(Mishap.NoTeam, type);
        var bloated = chaos.Strikes(Mishap.Bloated, type);
        var pieces = chaos.Strikes(Mishap.Fragmented, type) ? 7 : 0;
        if (!bare && !strange && !noTeam && !bloated) return new Frame(bytes) { Pieces = pieces };
        var node = JsonNode.Parse(bytes);
        if (noTeam) Mangling.NoTeam(node);
        if (bare) Mangling.Bare(node);
        if (strange) Mangling.Strange(node);
        if (bloated) Mangling.Bloated(node);
        return new Frame(JsonBytes.Of(node, static (json, n) => n!.WriteTo(json))) { Pieces = pieces == 0 ? 0 : Math.Max(7, bytes.Length / 10) };
    }
}
