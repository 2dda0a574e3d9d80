namespace LiveSop.Workspace.Slack.Stage;

/// <summary>Rings when something changed, for those who wait for a condition. They also look now and then by themselves: not all that can be asked for rings.</summary>
internal sealed class Bell
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private TaskCompletionSource? _rung;

    public void Ring() => Interlocked.Exchange(ref _rung, null)?.TrySetResult();

    /// <exception cref="TimeoutException">The condition did not come true in that much real time.</exception>
    public async Task UntilAsync(Func<bool> condition, TimeSpan limit, string what)
    {
        using var end = new CancellationTokenSource(limit);
        while (true)
        {
            var rung = Next();
            if (condition()) return;
            if (end.IsCancellationRequested) throw new TimeoutException($"Within {limit} this did not come true: {what}");
            await Task.WhenAny(rung, Task.Delay(Glance));
        }
    }

    private Task Next()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _rung, fresh, null) ?? fresh).Task;
    }
}
