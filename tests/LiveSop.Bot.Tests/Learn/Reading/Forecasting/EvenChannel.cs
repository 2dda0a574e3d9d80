using LiveSop.Bot.Learn.Reading.Forecasting;

namespace LiveSop.Bot.Tests.Learn.Reading.Forecasting;

/// <summary>A channel in which a message comes at every <paramref name="step"/>, from some time ago until now; <paramref name="replies"/> to each. Read and sounded as far as a test wants.</summary>
internal sealed class EvenChannel(TimeSpan age, TimeSpan step, int replies = 0)
{
    public const int Page = 15;

    public static readonly DateTimeOffset Now = new(2026, 11, 18, 14, 20, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset BackTo = Now.AddDays(-364);

    public Chart Chart { get; private set; } = Chart.Empty;

    public DateTimeOffset Reached { get; private set; } = Now;

    public Span Left => new(BackTo, Reached);

    /// <summary>Of the channel itself, not yet read.</summary>
    public int MessagesLeft => Between(BackTo, Reached).Count();

    public EvenChannel Read(int pages)
    {
        for (var i = 0; i < pages; i++)
        {
            var messages = Between(BackTo, Reached).Take(Page).ToList();
            var from = messages.Count < Page ? BackTo : messages[^1].At;
            Chart = Chart.WithPage(from, Reached, messages, Page);
            Reached = from;
        }
        return this;
    }

    /// <summary>As long as the plan wants to, with so many reply calls waiting.</summary>
    public EvenChannel Sound(double waiting = 10)
    {
        while (SoundingPlan.Next(Left, Chart, waiting, Page) is { } asked) Sound(asked);
        return this;
    }

    public void Sound(Sounding asked)
    {
        var seen = Between(asked.After, asked.Before).Take(Page + 1).ToList();
        Chart = Chart.WithSounding(asked, [.. seen.Take(Page)], seen.Count <= Page, Page);
    }

    private IEnumerable<Heard> Between(DateTimeOffset after, DateTimeOffset before)
    {
        var last = Now - (Now - before).Ticks / step.Ticks * step;
        for (var at = last < before ? last : last - step; at > after && at > Now - age; at -= step) yield return new Heard(at, replies);
    }
}
