using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.Slack;

/// <summary>A clock that stands still until it is moved, and remembers what was waited for.</summary>
internal sealed class RecordingClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<TimeSpan> waits = new();

    /// <summary>Every delay and time-out that was begun, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Lets time pass until the task is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> task, double step = 0.25)
    {
        await UntilAsync(() => task.IsCompleted, step);
        return await task;
    }

    /// <summary>Lets time pass until something holds.</summary>
    /// <param name="step">Seconds that pass at a time; none where the waiting is for the machine alone.</param>
    public async Task UntilAsync(Func<bool> holds, double step = 0)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException("What the test waits for does not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(2));
            if (step > 0) Advance(TimeSpan.FromSeconds(step));
        }
    }
}
