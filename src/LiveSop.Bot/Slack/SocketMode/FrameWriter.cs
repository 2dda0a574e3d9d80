using System.Net.WebSockets;
using System.Threading.Channels;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>Sends one frame after the other, as a socket wants it, for many who have something to send.</summary>
internal sealed class FrameWriter
{
    private readonly Channel<(ReadOnlyMemory<byte> Frame, TaskCompletionSource<bool> Sent)> queue =
        Channel.CreateUnbounded<(ReadOnlyMemory<byte>, TaskCompletionSource<bool>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly WebSocket socket;
    private readonly Task writing;

    public FrameWriter(WebSocket socket)
    {
        this.socket = socket;
        writing = WriteAsync();
    }

    /// <summary>True once it went out whole; false where the socket no longer sends.</summary>
    public Task<bool> SendAsync(ReadOnlyMemory<byte> frame)
    {
        var sent = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.Writer.TryWrite((frame, sent)) ? sent.Task : Task.FromResult(false);
    }

    /// <summary>Takes no more, and returns when what was taken is sent or lost.</summary>
    public Task FinishAsync()
    {
        queue.Writer.TryComplete();
        return writing;
    }

    private async Task WriteAsync()
    {
        await foreach (var (frame, sent) in queue.Reader.ReadAllAsync()) sent.TrySetResult(await TrySendAsync(frame));
    }

    private async Task<bool> TrySendAsync(ReadOnlyMemory<byte> frame)
    {
        try
        {
            if (socket.State != WebSocketState.Open) return false;
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception dead) when (SlackSocket.IsDeath(dead))
        {
            queue.Writer.TryComplete();
            return false;
        }
    }
}
