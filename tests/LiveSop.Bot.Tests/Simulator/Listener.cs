using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace LiveSop.Bot.Tests.Simulator;

/// <summary>A bare Socket Mode client, made of nothing but a WebSocket.</summary>
internal sealed class Listener : IAsyncDisposable
{
    /// <summary>Real time; only a failure takes it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();

    public JsonElement Hello { get; private set; }

    public WebSocketState State => _socket.State;

    /// <summary>Connects and waits for the greeting.</summary>
    public static async Task<Listener> OpenAsync(Uri url)
    {
        var listener = await ConnectAsync(url);
        listener.Hello = await listener.NextAsync();
        return listener;
    }

    public static async Task<Listener> ConnectAsync(Uri url)
    {
        var listener = new Listener();
        await listener._socket.ConnectAsync(url, CancellationToken.None);
        return listener;
    }

    /// <summary>The next frame that is JSON.</summary>
    public async Task<JsonElement> NextAsync() => JsonSerializer.Deserialize<JsonElement>((await FrameAsync()).Bytes);

    /// <summary>The next whole message, and in how many pieces it came.</summary>
    public async Task<(byte[] Bytes, WebSocketMessageType Type, int Pieces)> FrameAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var pieces = 1; ; pieces++)
        {
            var part = await _socket.ReceiveAsync(buffer, limit.Token);
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage || part.MessageType == WebSocketMessageType.Close) return (whole.ToArray(), part.MessageType, pieces);
        }
    }

    /// <summary>The next event, acked.</summary>
    /// <returns>The inner event.</returns>
    public async Task<JsonElement> EventAsync()
    {
        var envelope = await NextAsync();
        await AckAsync(envelope);
        return envelope.GetProperty("payload").GetProperty("event");
    }

    /// <param name="payload">JSON; null sends none.</param>
    public Task AckAsync(JsonElement envelope, string? payload = null)
    {
        var id = envelope.Get("envelope_id");
        return SendAsync(payload is null ? $$"""{"envelope_id":"{{id}}"}""" : $$"""{"envelope_id":"{{id}}","payload":{{payload}}}""");
    }

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Answers the next envelope so and returns it.</summary>
    public async Task<JsonElement> AnswerAsync(string? payload = null)
    {
        var envelope = await NextAsync();
        await AckAsync(envelope, payload);
        return envelope;
    }

    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
