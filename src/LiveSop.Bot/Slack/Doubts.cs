using System.Threading.Channels;

namespace LiveSop.Bot.Slack;

/// <summary>
/// Lets whoever hears that Slack may not want us any more tell whoever can ask. A hint and no more: whether it is so, Slack says. So an old event that
/// comes late, or a call that Slack refused by mistake, costs one question and disconnects nobody.
/// </summary>
internal sealed class Doubts
{
    // One that waits stands for all.
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Returns when a doubt was raised since the last time, or so much time has passed without one.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(raised.Reader.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(most, time, enough.Token));
        await enough.CancelAsync();
        stop.ThrowIfCancellationRequested();
        raised.Reader.TryRead(out _);
    }
}
