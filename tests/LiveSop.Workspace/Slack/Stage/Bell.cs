namespace LiveSop.Workspace.Slack.Stage;

/// <summary>Rings whenever something changed, for those who wait for a condition.</summary>
internal sealed class Bell
{
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
            try
            {
                await rung.WaitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                if (condition()) return;
                throw new TimeoutException($"Within {limit} this did not come true: {what}");
            }
        }
    }

    private Task Next()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _rung, fresh, null) ?? fresh).Task;
    }
}
