namespace LiveSop.Bot.Slack.Web;

/// <summary>
/// A bucket that gives turns in the order in which they are asked for (the "generic cell rate algorithm": it keeps one time,
/// the one at which it would be full again, instead of a count and a timer).
/// </summary>
internal sealed class TokenBucket(Allowance allowance)
{
    private readonly Lock gate = new();
    private readonly TimeSpan slack = allowance.Interval * (allowance.Burst - 1);
    private DateTimeOffset full = DateTimeOffset.MinValue;

    /// <summary>Takes a turn. The turn is at the returned time, which may have passed.</summary>
    public DateTimeOffset Take(DateTimeOffset now)
    {
        lock (gate)
        {
            var from = full > now ? full : now;
            full = from + allowance.Interval;
            return from - slack;
        }
    }

    /// <summary>When the next turn would be.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        lock (gate) return (full > now ? full : now) - slack;
    }

    /// <summary>Gives no turn before then, and after it one at a time.</summary>
    public void HoldUntil(DateTimeOffset then)
    {
        lock (gate)
        {
            if (then + slack > full) full = then + slack;
        }
    }

    /// <summary>How many turns could be taken without waiting.</summary>
    public int Ready(DateTimeOffset now)
    {
        lock (gate)
        {
            var used = full > now ? full - now : TimeSpan.Zero;
            return used > slack ? 0 : 1 + (int)((slack - used) / allowance.Interval);
        }
    }

    public bool IsFull(DateTimeOffset now)
    {
        lock (gate) return full <= now;
    }
}
