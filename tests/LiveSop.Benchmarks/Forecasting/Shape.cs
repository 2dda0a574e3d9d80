using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Workspace;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary>How a channel's traffic goes over the year. Time is counted from 0, a year ago, to 1, now.</summary>
internal sealed record Shape(string Kind)
{
    public static IReadOnlyList<Shape> All { get; } =
    [
        new("steady, round the clock") { WorkingHours = false },
        new("working hours"),
        new("grown fourfold") { Growth = 4 },
        new("shrunk to a quarter") { Growth = 0.25 },
        new("bursts of incidents") { Burst = 12 },
        new("silent months") { Active = static t => t is < 0.35 or > 0.6 },
        new("three months old") { Active = static t => t > 0.75 },
        new("closed for the summer, bursts") { Burst = 8, Active = static t => t is < 0.45 or > 0.5 },
        new("more and more threads") { ThreadsThen = 0.15, ThreadsNow = 0.75 },
        new("fewer and fewer threads") { ThreadsThen = 0.75, ThreadsNow = 0.15 },
        new("no threads, working hours") { ThreadsThen = 0, ThreadsNow = 0 },
        new("no threads, grown, bursts") { ThreadsThen = 0, ThreadsNow = 0, Growth = 3, Burst = 6 },
    ];

    /// <summary>The rate now over the rate a year ago.</summary>
    public double Growth { get; init; } = 1;

    public bool WorkingHours { get; init; } = true;

    public Func<double, bool> Active { get; init; } = static _ => true;

    /// <summary>Messages in a burst, of which a third of all messages are; 0 for none.</summary>
    public int Burst { get; init; }

    /// <summary>Of the messages, so many have a thread: a year ago, and now.</summary>
    public double ThreadsThen { get; init; } = 0.5;

    public double ThreadsNow { get; init; } = 0.5;

    /// <param name="messages">About so many in the year.</param>
    public PastChannel Channel(int messages, DateTimeOffset now, Dice dice)
    {
        var back = now.AddMonths(-12);
        var hours = Enumerable.Range(0, (int)(now - back).TotalHours).ToArray();
        var rates = hours.Select(hour => Rate(back.AddHours(hour), (hour + 0.5) / hours.Length)).ToArray();
        var scale = messages / rates.Sum();
        var said = hours.SelectMany(hour => Said(back.AddHours(hour), rates[hour] * scale, dice)).Where(at => at < now).OrderDescending();
        return new(Kind, now, back, [.. said.Select(at => new Heard(at, Replies((at - back) / (now - back), dice)))]);
    }

    private double Rate(DateTimeOffset hour, double t)
    {
        if (!Active(t)) return 0;
        var rate = Math.Pow(Growth, t);
        if (!WorkingHours) return rate;
        var weekend = hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return rate * (weekend ? 0.06 : 1) * (hour.Hour is >= 8 and < 17 ? 1 : hour.Hour is 7 or 17 or 18 ? 0.4 : 0.04);
    }

    private IEnumerable<DateTimeOffset> Said(DateTimeOffset hour, double rate, Dice dice)
    {
        const double inBursts = 1.0 / 3;
        var single = Burst == 0 ? rate : rate * (1 - inBursts);
        for (var i = Poisson(single, dice); i > 0; i--) yield return hour.AddHours(dice.Unit());
        if (Burst == 0) yield break;
        for (var i = Poisson(rate * inBursts / Burst, dice); i > 0; i--)
        {
            var at = hour.AddHours(dice.Unit());
            for (var message = dice.Between(Burst / 2, Burst * 3 / 2); message > 0; message--) yield return at = at.AddMinutes(dice.LogNormal(2, 1));
        }
    }

    private int Replies(double t, Dice dice) =>
        dice.Chance(ThreadsThen + (ThreadsNow - ThreadsThen) * t) ? Math.Max(1, (int)Math.Round(dice.LogNormal(4, 0.9))) : 0;

    // Knuth, The Art of Computer Programming, vol. 2, 3.4.1.
    private static int Poisson(double mean, Dice dice)
    {
        var (count, limit, product) = (0, Math.Exp(-mean), dice.Unit());
        for (; product > limit; count++) product *= dice.Unit();
        return count;
    }
}
