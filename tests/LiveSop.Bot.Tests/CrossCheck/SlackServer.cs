using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What a client did with an envelope.</summary>
/// <param name="Payload">The answer in the acknowledgement; null or empty where there was none.</param>
public sealed record Delivery(bool Acked, JsonNode? Payload)
{
    public bool IsAnswered => Payload is JsonObject { Count: > 0 };
}

/// <summary>A Slack that a test steers and reads: whoever runs a client against it does not know which one it is.</summary>
public abstract class SlackServer : IAsyncDisposable
{
    public abstract Uri Api { get; }

    public abstract string Channel { get; }

    public abstract string Person { get; }

    public abstract string Bot { get; }

    /// <summary>An event of the Events API; <paramref name="retry"/> over 0 for a delivery again.</summary>
    public abstract Task<Delivery> EventAsync(JsonObject inner, string? eventId = null, int retry = 0);

    public abstract Task<Delivery> CommandAsync(string command, string text);

    public abstract Task<Delivery> PressAsync(string channel, string ts, string actionId, string value);

    public abstract Task<Delivery> SubmitAsync(string viewId, JsonObject values);

    public abstract Task<Delivery> CloseAsync(string viewId);

    public abstract Task<Delivery> SuggestAsync(string actionId, string typed);

    /// <param name="ts">The message it is used on, in <see cref="Channel"/>; none for a global one.</param>
    public abstract Task<Delivery> ShortcutAsync(string callbackId, string? ts = null);

    /// <summary>Asks the client to leave, as Slack does every few hours.</summary>
    public abstract Task DisconnectAsync(string reason);

    /// <summary>The next calls of the method get 429.</summary>
    public abstract Task LimitAsync(string method, int times, int retryAfterSeconds);

    public abstract Task<int> SocketsAsync();

    /// <summary>The arguments of every call of a method so far, refused ones too.</summary>
    public abstract Task<IReadOnlyList<JsonNode>> CallsAsync(string method);

    /// <summary>What was posted to response URLs so far.</summary>
    public abstract Task<IReadOnlyList<JsonNode>> ResponsesAsync();

    /// <summary>The message as it is now.</summary>
    public abstract Task<JsonNode?> MessageAsync(string channel, string ts);

    public abstract Task<JsonNode?> ViewAsync(string viewId);

    public abstract Task<JsonNode?> HomeAsync(string person);

    public abstract ValueTask DisposeAsync();

    /// <summary>A timestamp of a message that somebody else wrote.</summary>
    public static string Ts(int number) => $"1761234567.{number:D6}";

    public Task<Delivery> MessageEventAsync(string text, string ts, string type = "message") => EventAsync(new()
    {
        ["type"] = type,
        ["user"] = Person,
        ["text"] = text,
        ["ts"] = ts,
        ["channel"] = Channel,
        ["channel_type"] = "channel",
        ["event_ts"] = ts,
    });

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(20))
            if (await holds()) return;
        throw new TimeoutException($"waited in vain for {what}");
    }
}
