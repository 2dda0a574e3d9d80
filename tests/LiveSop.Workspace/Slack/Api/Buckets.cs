using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Token buckets: per app, workspace and method; for posts per channel and for the whole workspace too.</summary>
internal sealed class Buckets(Ground ground)
{
    private readonly Dictionary<(object Owner, string What), Bucket> _buckets = [];

    /// <returns>Seconds to wait, or null where the call may go on.</returns>
    public int? Refuse(Installation app, Method method, string? channel)
    {
        var limits = ground.Limits;
        if (!limits.Enabled) return null;
        if (method.Posts)
            return Take(app, "post:" + channel, limits.PostBurst, 1) ?? Take(app, "post", limits.PostsPerMinute, limits.PostsPerMinute / 60.0);
        var perMinute = method.ReadsHistory && limits.ReducedHistory ? 1 : (int)method.Tier;
        return Take(app, method.Name, perMinute, perMinute / 60.0);
    }

    /// <summary>For the methods of an app-level token.</summary>
    public int? Refuse(SlackApp app, string method) => ground.Limits.Enabled ? Take(app, method, (int)Tier.Three, (int)Tier.Three / 60.0) : null;

    private int? Take(object owner, string what, double capacity, double perSecond)
    {
        if (!_buckets.TryGetValue((owner, what), out var bucket)) _buckets[(owner, what)] = bucket = new Bucket { Tokens = capacity, At = ground.Now };
        bucket.Tokens = Math.Min(capacity, bucket.Tokens + (ground.Now - bucket.At).TotalSeconds * perSecond);
        bucket.At = ground.Now;
        if (bucket.Tokens < 1) return Math.Max(1, (int)Math.Ceiling((1 - bucket.Tokens) / perSecond));
        bucket.Tokens--;
        return null;
    }

    private sealed class Bucket
    {
        public double Tokens { get; set; }

        public DateTimeOffset At { get; set; }
    }
}
