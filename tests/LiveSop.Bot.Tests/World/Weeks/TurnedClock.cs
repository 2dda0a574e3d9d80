namespace LiveSop.Bot.Tests.World.Weeks;

/// <summary>Says what a test wants, and goes on from there as time does; timers run as ever.</summary>
internal sealed class TurnedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset turnedTo = start;
    private long turnedAt = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return turnedTo + System.GetElapsedTime(turnedAt);
    }

    /// <summary>Never back.</summary>
    public void Turn(DateTimeOffset to)
    {
        lock (gate)
        {
            if (to <= turnedTo + System.GetElapsedTime(turnedAt)) return;
            (turnedTo, turnedAt) = (to, System.GetTimestamp());
        }
    }
}
