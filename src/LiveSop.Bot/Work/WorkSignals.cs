using System.Collections.Concurrent;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Work;

/// <summary>
/// Lets whoever makes work wake whoever does it, within this process. A hint that may be missed: workers look by themselves as well,
/// since other replicas make work too.
/// </summary>
internal sealed class WorkSignals(TimeProvider time)
{
    /// <summary>How long work of another replica, or work whose time has come, may lie unseen.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<QueueKind, SemaphoreSlim> signals = new();

    public void Wake(QueueKind kind)
    {
        var signal = Of(kind);
        if (signal.CurrentCount == 0) signal.Release();
    }

    public async Task WaitAsync(QueueKind kind, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(Of(kind).WaitAsync(enough.Token), Task.Delay(LookAnyway, time, enough.Token));
        await enough.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    private SemaphoreSlim Of(QueueKind kind) => signals.GetOrAdd(kind, _ => new SemaphoreSlim(0));
}
