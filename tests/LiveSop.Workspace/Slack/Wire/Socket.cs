using System.Net.Sockets;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>One open Socket Mode connection. One reader, one writer; frames leave in the order they were sent.</summary>
internal sealed class Socket(int number, Connection connection) : IDisposable
{
    private const int LargestAck = 1 << 20;

    private readonly Channel<Frame> _outgoing = Channel.CreateUnbounded<Frame>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _deaf;
    private volatile bool _stays;

    /// <summary>From 1, over the app's life.</summary>
    public int Number { get; } = number;

    /// <summary>Greeted and not closed by either side, as far as Slack knows.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>Told that its end is near: Slack chooses another if there is one.</summary>
    public bool IsLeaving { get; private set; }

    public void Send(Frame frame) => _outgoing.Writer.TryWrite(frame);

    public void SayGoodbye(string reason)
    {
        IsLeaving = true;
        Send(Frame.Of($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"applink-simulated"}}"""));
    }

    /// <summary>After what was sent before, the close frame; the connection ends with the client's answer, or a second later.</summary>
    public void Close() => _outgoing.Writer.TryComplete();

    /// <summary>The close frame, then silence on an open connection.</summary>
    public void CloseButStay()
    {
        _stays = true;
        Close();
    }

    /// <summary>Answers pings; delivers nothing and reads no ack.</summary>
    public void Deafen() => _deaf = true;

    /// <summary>Neither reads nor writes from now on; the connection stays open.</summary>
    public void Freeze()
    {
        _stays = true;
        connection.Tap.Shut();
    }

    /// <summary>The connection breaks without a word.</summary>
    public void Reset()
    {
        IsOpen = false;
        connection.Reset();
        _released.TrySetResult();
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had ended by itself.
        }
    }

    /// <summary>Carries frames both ways until the connection ends.</summary>
    public async Task RunAsync(Action<ReadOnlyMemory<byte>> received, CancellationToken stop)
    {
        using var link = stop.UnsafeRegister(_ => Reset(), null);
        var writing = UntilItEndsAsync(WriteAsync);
        await UntilItEndsAsync(() => ReadAsync(received));
        if (_stays) await _released.Task;
        IsOpen = false;
        _outgoing.Writer.TryComplete();
        await writing;
    }

    public void Dispose() => _end.Dispose();

    /// <summary>However the other side goes away, this socket is gone and no more: what it carried times out by itself.</summary>
    private static async Task UntilItEndsAsync(Func<Task> carry)
    {
        try
        {
            await carry();
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException or SocketException)
        {
        }
    }

    private async Task ReadAsync(Action<ReadOnlyMemory<byte>> received)
    {
        var buffer = new byte[16 * 1024];
        var held = 0;
        while (held < LargestAck)
        {
            if (held == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var part = await connection.Socket.ReceiveAsync(buffer.AsMemory(held), _end.Token);
            if (part.MessageType == WebSocketMessageType.Close) return;
            held += part.Count;
            if (!part.EndOfMessage) continue;
            if (!_deaf && part.MessageType == WebSocketMessageType.Text) received(buffer.AsMemory(0, held));
            held = 0;
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var frame in _outgoing.Reader.ReadAllAsync(_end.Token))
            if (!_deaf) await WriteAsync(frame);
        IsOpen = false;
        await connection.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _end.Token);
        if (!_stays) _end.CancelAfter(TimeSpan.FromSeconds(1));
    }

    private async Task WriteAsync(Frame frame)
    {
        var type = frame.Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
        var size = frame.Pieces > 0 ? frame.Pieces : Math.Max(frame.Bytes.Length, 1);
        for (var at = 0; at == 0 || at < frame.Bytes.Length; at += size)
        {
            var piece = frame.Bytes.Slice(at, Math.Min(size, frame.Bytes.Length - at));
            await connection.Socket.SendAsync(piece, type, at + size >= frame.Bytes.Length, _end.Token);
        }
    }
}
