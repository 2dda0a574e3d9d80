namespace LiveSop.Bot.Slack.Web;

/// <summary>So many calls a minute, of which so many at once.</summary>
internal sealed record Allowance(int PerMinute, int Burst)
{
    /// <summary>
    /// Between two calls after the burst. In any minute a bucket gives its burst plus what flows in, so the flow is what the burst leaves of
    /// the minute's calls. Whole milliseconds, which is what timers count, and rather too long than too short.
    /// </summary>
    public TimeSpan Interval => TimeSpan.FromMilliseconds(Math.Ceiling(60_000.0 / Math.Max(1, PerMinute - Burst + 1)));

    public static Allowance Tier1 { get; } = Of(1);

    public static Allowance Tier2 { get; } = Of(20);

    public static Allowance Tier3 { get; } = Of(50);

    public static Allowance Tier4 { get; } = Of(100);

    /// <summary>Methods with a limit of their own, of some hundreds a minute.</summary>
    public static Allowance Special { get; } = Of(600);

    /// <summary>All posting of a workspace together: Slack says "several hundred".</summary>
    public static Allowance Posting { get; } = Of(300);

    /// <summary>Posting into one channel: one a second.</summary>
    public static Allowance PostingPerChannel { get; } = new(60, 1);

    private static Allowance Of(int perMinute) => new(perMinute, Math.Max(1, perMinute / 5));
}
