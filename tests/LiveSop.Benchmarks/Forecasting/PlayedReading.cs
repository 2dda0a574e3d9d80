using LiveSop.Bot.Learn.Reading.Forecasting;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary>A reading of a channel, played call by call: in each step one call of history, or a sounding, and one of replies beside it. A step is what the limit leaves between two calls.</summary>
internal sealed class PlayedReading(PastChannel channel, int page)
{
    private readonly Queue<int> waiting = new();
    private Chart chart = Chart.Empty;
    private DateTimeOffset reached = channel.Begun;
    private int read;
    private bool pagesDone;

    public int Steps { get; private set; }

    public int Soundings => chart.Soundings.Count;

    public bool IsDone => pagesDone && waiting.Count == 0;

    private Span Left => new(channel.BackTo, pagesDone ? channel.BackTo : reached);

    /// <summary>Calls that the threads found so far still need.</summary>
    private int Waiting { get; set; }

    public void Step()
    {
        Steps++;
        var replies = waiting.Count > 0;
        if (!pagesDone) History();
        if (replies) Reply();
    }

    /// <summary>Steps that are left, as the forecast says; null where it says nothing.</summary>
    public double? StepsLeft() => Forecast.Of(Left, chart, Waiting, page) is { } left ? Math.Max(left.HistoryCalls, left.ReplyCalls) : null;

    private void Reply()
    {
        Waiting--;
        if (waiting.Dequeue() is > 1 and var calls) waiting.Enqueue(calls - 1);
    }

    private void History()
    {
        if (SoundingPlan.Next(Left, chart, Waiting, page) is { } asked)
        {
            var seen = Seen(asked);
            chart = chart.WithSounding(asked, [.. seen.Take(page)], seen.Count <= page, page);
            return;
        }
        var messages = channel.Messages.Skip(read).Take(page).ToList();
        read += messages.Count;
        pagesDone = read == channel.Messages.Count;
        var from = pagesDone ? channel.BackTo : messages[^1].At;
        chart = chart.WithPage(from, reached, messages, page);
        reached = from;
        foreach (var message in messages.Where(message => message.Replies > 0)) waiting.Enqueue(message.ReplyCalls(page));
        Waiting += messages.Sum(message => message.ReplyCalls(page));
    }

    private List<Heard> Seen(Sounding asked)
    {
        var (low, high) = (0, channel.Messages.Count);
        while (low < high) (low, high) = channel.Messages[(low + high) / 2].At < asked.Before ? (low, (low + high) / 2) : ((low + high) / 2 + 1, high);
        return [.. channel.Messages.Skip(low).TakeWhile(message => message.At > asked.After).Take(page + 1)];
    }
}
