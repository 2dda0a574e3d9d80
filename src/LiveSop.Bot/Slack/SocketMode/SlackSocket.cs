using System.Net.WebSockets;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>One connection, from the handshake to its end.</summary>
internal sealed class SlackSocket
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket socket;
    private readonly FrameReader reader;
    private readonly FrameWriter writer;
    private readonly TimeProvider time;

    private SlackSocket(ClientWebSocket socket, int longestFrame, TimeProvider time)
    {
        this.socket = socket;
        this.time = time;
        reader = new FrameReader(socket, longestFrame);
        writer = new FrameWriter(socket);
    }

    /// <summary>Whether it can be sent to, as far as is known on this side.</summary>
    public bool IsOpen => socket.State == WebSocketState.Open;

    /// <param name="url">Good for one connection.</param>
    public static async Task<SlackSocket> ConnectAsync(Uri url, SocketOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        // Without the time-out a peer that is gone without a word is never noticed.
        socket.Options.KeepAliveInterval = options.KeepAliveInterval;
        socket.Options.KeepAliveTimeout = options.KeepAliveTimeout;
        try
        {
            await socket.ConnectAsync(url, cancellation);
            return new SlackSocket(socket, options.LongestFrame, time);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether this is how a socket ends. A peer that stopped answering shows as <see cref="OperationCanceledException"/>, though nobody
    /// cancelled anything: to take that for a stop would end the listening silently.
    /// </summary>
    public static bool IsDeath(Exception thrown) =>
        thrown is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    /// <inheritdoc cref="FrameReader.ReadAsync"/>
    public ValueTask<Frame?> ReadAsync(CancellationToken cancellation = default) => reader.ReadAsync(cancellation);

    /// <inheritdoc cref="FrameWriter.SendAsync"/>
    public Task<bool> SendAsync(ReadOnlyMemory<byte> frame) => writer.SendAsync(frame);

    /// <summary>Sends what is still to be sent, says goodbye, and leaves after a second whatever the peer does. Never throws.</summary>
    public async Task CloseAsync(Task reading)
    {
        try
        {
            using var limit = new CancellationTokenSource(Goodbye, time);
            await writer.FinishAsync().WaitAsync(limit.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            await reading.WaitAsync(limit.Token);
        }
        catch (Exception dead) when (IsDeath(dead))
        {
            // It is going anyway.
        }
        Abort();
    }

    public void Abort()
    {
        socket.Abort();
        socket.Dispose();
        _ = writer.FinishAsync();
    }
}
