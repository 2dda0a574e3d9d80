using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>
/// How long calls of history and replies take a workspace: as long as its allowance makes them, or longer where that was measured lately, since other channels
/// share the allowance. Pages and replies go side by side. Safe for use by many at once.
/// </summary>
internal sealed class Pace
{
    /// <summary>What lies so many calls back counts half.</summary>
    private const double HalfLife = 30;

    private readonly Lock gate = new();
    private readonly Dictionary<SlackMethod, (double Calls, double Seconds)> measured = [];

    /// <param name="elapsed">For all these calls together, while there was work for the method all the time. Waiting for its limit belongs to it.</param>
    public void Measured(SlackMethod method, int calls, TimeSpan elapsed)
    {
        if (calls <= 0 || elapsed < TimeSpan.Zero) return;
        lock (gate)
        {
            var fading = Math.Pow(0.5, calls / HalfLife);
            var before = measured.GetValueOrDefault(method);
            measured[method] = (before.Calls * fading + calls, before.Seconds * fading + elapsed.TotalSeconds);
        }
    }

    /// <param name="allowance">Of each of the two methods.</param>
    public TimeSpan Left(Remaining remaining, Allowance allowance)
    {
        var pages = remaining.HistoryCalls * Seconds(ConversationMethods.History, allowance);
        var replies = remaining.ReplyCalls * Seconds(ConversationMethods.Replies, allowance);
        return TimeSpan.FromSeconds(Math.Max(pages, replies));
    }

    private double Seconds(SlackMethod method, Allowance allowance)
    {
        lock (gate)
        {
            var allowed = allowance.Interval.TotalSeconds;
            return measured.TryGetValue(method, out var lately) ? Math.Max(allowed, lately.Seconds / lately.Calls) : allowed;
        }
    }
}
