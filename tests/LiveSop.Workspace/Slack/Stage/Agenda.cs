namespace LiveSop.Workspace.Slack.Stage;

/// <summary>What is to happen later, by the simulation's clock. One timer for all of it, so that thousands of ack deadlines a second cost little.</summary>
internal sealed class Agenda : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _entries = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private long _order;

    public Agenda(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs it once that much time has gone by, on a thread of the timer.</summary>
    public void After(TimeSpan delay, Action what)
    {
        var due = _clock.GetUtcNow() + delay;
        lock (_gate)
        {
            _entries.Enqueue(what, (due, _order++));
            if (due < _next) Set(due);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        while (TakeDue() is { } what) what();
    }

    private Action? TakeDue()
    {
        lock (_gate)
        {
            if (!_entries.TryPeek(out _, out var first)) _next = DateTimeOffset.MaxValue;
            else if (first.Due <= _clock.GetUtcNow()) return _entries.Dequeue();
            else Set(first.Due);
            return null;
        }
    }

    /// <summary>A timer may ring a little early; it must not be set to nothing then.</summary>
    private void Set(DateTimeOffset due)
    {
        _next = due;
        var wait = due - _clock.GetUtcNow();
        _timer.Change(wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}
