using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>What Slack delivers and wants acknowledged within 3 seconds.</summary>
/// <param name="Id">Goes back in the acknowledgement. Not an identity: a retry may carry another, and the same one may come twice.</param>
/// <param name="Type"><c>events_api</c>, <c>slash_commands</c>, <c>interactive</c>, or one yet unknown.</param>
/// <param name="Payload">Read by <see cref="SlackPayload.Read"/>; undefined where there is none.</param>
/// <param name="Raw">The whole frame as it came, in UTF-8: what an inbox keeps.</param>
internal sealed record Envelope(string Id, string Type, JsonElement Payload, ReadOnlyMemory<byte> Raw)
{
    // A month. Sockets live for hours, and timers cannot be set for much longer.
    private const long MostSeconds = 2_592_000;

    /// <summary>Whether an answer may go with the acknowledgement.</summary>
    public bool AcceptsResponsePayload { get; init; }

    /// <summary>Zero does not prove that it is new; more does not prove that it was seen.</summary>
    public int? RetryAttempt { get; init; }

    public string? RetryReason { get; init; }

    /// <summary>Reads a frame. It never throws.</summary>
    /// <param name="frame">One whole text message; it is kept, so its bytes must not change afterwards.</param>
    public static Frame Parse(ReadOnlyMemory<byte> frame)
    {
        try
        {
            return Read(JsonElement.Parse(frame.Span, SlackJson.Options), frame);
        }
        catch (JsonException)
        {
            return new Frame.Unreadable("not JSON, or nested too deeply");
        }
    }

    private static Frame Read(JsonElement root, ReadOnlyMemory<byte> frame)
    {
        if (!root.IsObject()) return new Frame.Unreadable("not an object");
        if (root.Id("envelope_id"u8) is { } id) return new Frame.Delivery(Deliver(id, root, frame));
        return root.Id("type"u8) switch
        {
            "hello" => Greeting(root),
            "disconnect" => new Frame.Disconnect(root.Id("reason"u8) ?? "unnamed"),
            null => new Frame.Unreadable("neither a type nor an envelope id"),
            _ => new Frame.Unreadable("of an unknown type, without an envelope id"),
        };
    }

    private static Envelope Deliver(string id, JsonElement root, ReadOnlyMemory<byte> frame) =>
        new(id, root.Id("type"u8) ?? "unnamed", root.Get("payload"u8), frame)
        {
            AcceptsResponsePayload = root.Flag("accepts_response_payload"u8),
            RetryAttempt = Count(root.Number("retry_attempt"u8)),
            RetryReason = root.Id("retry_reason"u8),
        };

    private static Frame.Hello Greeting(JsonElement root) => new(
        root.Get("connection_info"u8).Id("app_id"u8),
        Count(root.Number("num_connections"u8)),
        Life(root.Get("debug_info"u8).Number("approximate_connection_time"u8)));

    private static TimeSpan? Life(long? seconds) => seconds is > 0 and <= MostSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static int? Count(long? number) => number is >= 0 and <= int.MaxValue ? (int)number : null;
}
