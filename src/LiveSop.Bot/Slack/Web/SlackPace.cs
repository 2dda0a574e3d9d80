using System.Collections.Concurrent;
using LiveSop.Bot.Telemetry;

namespace LiveSop.Bot.Slack.Web;

/// <summary>
/// Keeps one workspace's calls below Slack's limits, which count per workspace and method, and for posts per channel as well.
/// Nothing waits for another method's limit, nor, since each workspace has its own, for another workspace.
/// </summary>
internal sealed class SlackPace(TimeProvider time)
{
    private const int ManyChannels = 1000;

    private readonly ConcurrentDictionary<SlackMethod, TokenBucket> methods = new();
    private readonly ConcurrentDictionary<(SlackMethod, string), TokenBucket> channels = new();

    /// <summary>Returns when the call may be made.</summary>
    /// <param name="channel">Where it posts; null where it does not.</param>
    public async Task WaitAsync(SlackMethod method, string? channel, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var turn = BucketOf(method).Take(now);
        if (channel is not null && method.IsPost && BucketOf(method, channel, now).Take(now) is var own && own > turn) turn = own;
        if (turn <= now) return;
        Instruments.Waited(method.Name, "pacing", turn - now);
        await Task.Delay(turn - now, time, cancellation);
    }

    /// <summary>How long a call made now would wait for the method's limit.</summary>
    public TimeSpan Ahead(SlackMethod method)
    {
        var now = time.GetUtcNow();
        return BucketOf(method).Next(now) - now;
    }

    /// <summary>How many calls could be made now without waiting for the method's limit.</summary>
    public int Ready(SlackMethod method) => BucketOf(method).Ready(time.GetUtcNow());

    /// <summary>Slack wants no more calls of this method for a while.</summary>
    public void Hold(SlackMethod method, TimeSpan delay) => BucketOf(method).HoldUntil(time.GetUtcNow() + delay);

    /// <summary>From now on this method is allowed less than its tier says.</summary>
    public void Reduce(SlackMethod method, Allowance to)
    {
        var reduced = new TokenBucket(to);
        reduced.Take(time.GetUtcNow());
        methods[method] = reduced;
    }

    private TokenBucket BucketOf(SlackMethod method) => methods.GetOrAdd(method, static method => new TokenBucket(method.Allowance));

    private TokenBucket BucketOf(SlackMethod method, string channel, DateTimeOffset now)
    {
        if (channels.Count > ManyChannels) Forget(now);
        return channels.GetOrAdd((method, channel), static _ => new TokenBucket(Allowance.PostingPerChannel));
    }

    // A full bucket is as good as a new one.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, bucket) in channels)
        {
            if (bucket.IsFull(now)) channels.TryRemove(key, out _);
        }
    }
}
