using System.Net.WebSockets;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>Puts frames together from the fragments that a socket gives.</summary>
internal sealed class FrameReader(WebSocket socket, int longest)
{
    private const int Usual = 16 * 1024;
    private const int Large = 256 * 1024;

    private byte[] buffer = new byte[Usual];

    /// <summary>The next frame; null where the peer closes.</summary>
    /// <param name="cancellation">Ends the whole socket, not just the wait.</param>
    /// <exception cref="WebSocketException">The connection was reset.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the peer no longer answers, or the socket was aborted.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellation)
    {
        var length = 0;
        var isTooLong = false;
        ValueWebSocketReceiveResult part;
        do
        {
            if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
            part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            isTooLong |= length > longest;
            if (isTooLong) length = 0;
        }
        while (!part.EndOfMessage);
        return isTooLong ? new Frame.Unreadable("too long")
            : part.MessageType == WebSocketMessageType.Binary ? new Frame.Unreadable("binary")
            : Envelope.Parse(Taken(length));
    }

    private byte[] Taken(int length)
    {
        var frame = buffer.AsSpan(0, length).ToArray();
        if (buffer.Length > Large) buffer = new byte[Usual];
        return frame;
    }
}
