using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

/// <summary>One socket as the server sees it.</summary>
/// <param name="changed">Told whenever <see cref="IsGreeted"/> changes.</param>
internal sealed class ServerSocket(int number, WebSocket web, HttpContext context, Action changed)
{
    private readonly ConcurrentQueue<string> received = new();
    private volatile bool isDeaf;

    public int Number { get; } = number;

    /// <summary>The greeting went out, and the client has not left.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>The client said goodbye in the orderly way.</summary>
    public bool WasClosed { get; private set; }

    public bool IsOver { get; private set; }

    public IReadOnlyList<string> Received => [.. received];

    public IEnumerable<string> Acks => received.Select(text => JsonNode.Parse(text)!["envelope_id"]!.GetValue<string>());

    /// <summary>Sends a text frame, in as many fragments as wanted.</summary>
    public async Task SendAsync(string text, int fragments = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = Math.Max(1, bytes.Length / fragments);
        for (var at = 0; at < bytes.Length; at += size)
        {
            var part = bytes.AsMemory(at, Math.Min(size, bytes.Length - at));
            await web.SendAsync(part, WebSocketMessageType.Text, at + part.Length >= bytes.Length, CancellationToken.None);
        }
        if (text.Contains("\"hello\"", StringComparison.Ordinal)) Greet(true);
    }

    public Task SendBinaryAsync(byte[] bytes) => web.SendAsync(bytes, WebSocketMessageType.Binary, true, CancellationToken.None);

    public Task DisconnectAsync(string reason) => SendAsync($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"x"} }""");

    public Task DeliverAsync(string id, string payload = "{}") =>
        SendAsync($$"""{"envelope_id":"{{id}}","type":"events_api","accepts_response_payload":false,"payload":{{payload}} }""");

    /// <summary>A close frame, and nothing else.</summary>
    public Task CloseAsync() => web.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Reset()
    {
        try
        {
            context.Abort();
        }
        catch (ObjectDisposedException)
        {
            // It is over already.
        }
    }

    /// <summary>From here on nothing is read, and so no ping answered, while the connection stays.</summary>
    public void GoDeaf() => isDeaf = true;

    public async Task RunAsync(Func<ServerSocket, Task> script, CancellationToken ending)
    {
        try
        {
            await script(this);
            await ReadAsync(ending);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client, or the test, ended it.
        }
        IsOver = true;
        Greet(false);
    }

    private async Task ReadAsync(CancellationToken ending)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (isDeaf) await Task.Delay(Timeout.Infinite, ending);
                part = await web.ReceiveAsync(buffer.AsMemory(length), ending);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close) { WasClosed = true; return; }
            received.Enqueue(Encoding.UTF8.GetString(buffer, 0, length));
        }
    }

    private void Greet(bool isGreeted)
    {
        IsGreeted = isGreeted;
        changed();
    }
}
