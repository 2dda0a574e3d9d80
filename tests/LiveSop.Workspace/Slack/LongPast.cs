using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>Talk of any length that lies in a channel before anybody listens: by working hours, part of it in threads. What it says means nothing.</summary>
/// <param name="Messages">The channel's own and replies together, about.</param>
internal sealed record LongPast(int Messages, DateTimeOffset From, DateTimeOffset To)
{
    private static readonly string[] Openings = ["the export is stuck again", "a customer cannot log in", "the invoice shows the wrong amount", "webhooks fail since noon"];
    private static readonly string[] Answers = ["looking into it", "which account is it?", "restarted the worker, please try again", "that helped, thanks", "I raised the limit for them"];

    /// <summary>Of the channel's own messages, in [0, 1].</summary>
    public double Threads { get; init; } = 0.4;

    /// <summary>In a thread, at most.</summary>
    public int Replies { get; init; } = 6;

    public ulong Seed { get; init; } = 1;

    /// <summary>How busy a moment is beside others; 1 unless said otherwise. It shapes weeks and months; nights and weekends are quiet anyway.</summary>
    public Func<DateTimeOffset, double> Busy { get; init; } = _ => 1;

    /// <returns>How many messages lie there now because of it.</returns>
    public int Fill(Conversation place)
    {
        var dice = new Dice(Seed);
        var people = place.Members;
        var before = place.Log.Count;
        foreach (var at in Moments(dice)) Say(place, dice, people, at);
        return place.Log.Count - before;
    }

    private void Say(Conversation place, Dice dice, IReadOnlyList<string> people, DateTimeOffset at)
    {
        if (At(place, at) is not { } root) return;
        place.Log.Add(new Message { Ts = root, User = dice.Pick(people), Text = $"{dice.Pick(Openings)} ({dice.Below(100_000)})" });
        if (!dice.Chance(Threads)) return;
        for (var (reply, when) = (dice.Between(1, Replies), at); reply > 0; reply--)
        {
            when += TimeSpan.FromSeconds(dice.Between(20, 3600));
            if (when < To && At(place, when) is { } ts) place.Log.Add(new Message { Ts = ts, User = dice.Pick(people), Text = $"{dice.Pick(Answers)} ({dice.Below(100_000)})", ThreadTs = root });
        }
    }

    private static string? At(Conversation place, DateTimeOffset at) => place.Log.Holds(Ts.Micros(at)) ? null : Ts.Of(Ts.Micros(at));

    /// <summary>As many as there are roots, each moment as probable as it is busy.</summary>
    private IEnumerable<DateTimeOffset> Moments(Dice dice)
    {
        var hours = Enumerable.Range(0, (int)(To - From).TotalHours).Select(hour => From + TimeSpan.FromHours(hour)).ToList();
        var weights = hours.ConvertAll(hour => Weight(hour) * Busy(hour));
        var roots = Messages / (1 + Threads * (1 + Replies) / 2);
        var each = roots / weights.Sum();
        for (var hour = 0; hour < hours.Count; hour++)
        {
            var expected = each * weights[hour];
            var many = (int)expected + (dice.Chance(expected - Math.Floor(expected)) ? 1 : 0);
            for (; many > 0; many--) yield return hours[hour] + TimeSpan.FromMicroseconds(dice.Below(1_000_000) * 3600L);
        }
    }

    private static double Weight(DateTimeOffset hour) => (hour.DayOfWeek, hour.Hour) switch
    {
        (DayOfWeek.Saturday or DayOfWeek.Sunday, _) => 0.05,
        (_, >= 8 and < 18) => 1,
        _ => 0.08,
    };
}
