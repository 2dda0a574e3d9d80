namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>A time of which nothing is known, between two of which all is.</summary>
internal sealed record Gap(DateTimeOffset From, DateTimeOffset To, double Hours, double Messages, double ReplyCalls);

/// <summary>What has not been read: the stretches that soundings have shown, and between them the gaps, each filled with the mean of what is known at its two ends.</summary>
internal sealed class Survey
{
    internal static int Neighbours = 0;
    internal static int RatioNeighbours = 2;
    internal static double RatioDoubt = 15;
    internal static int EndMessages = 60;

    public Survey(Span left, Chart chart)
    {
        Rhythm = Rhythm.Of(chart);
        if (left.BackTo >= left.Reached) return;
        var marks = Marks(left, chart);
        var usual = (double)marks.Sum(s => s.ReplyCalls) / Math.Max(1, marks.Sum(s => s.Messages));
        var to = left.Reached;
        var newer = 0;
        for (var i = 1; i <= marks.Count; i++)
        {
            var from = i < marks.Count ? Min(marks[i].To, left.Reached) : left.BackTo;
            var older = i < marks.Count ? i : newer;
            if (from < to) Add(from, to, (Rate(marks, newer) + Rate(marks, older)) / 2, (Ratio(marks, newer, usual) + Ratio(marks, older, usual)) / 2);
            if (i == marks.Count) break;
            Add(marks[i], left);
            (to, newer) = (Max(marks[i].From, left.BackTo), i);
        }
    }

    public Rhythm Rhythm { get; }

    public List<Gap> Gaps { get; } = [];

    public double Messages { get; private set; }

    public double ReplyCalls { get; private set; }

    // The end of what has been read first, then the soundings, newest first.
    private static List<Stretch> Marks(Span left, Chart chart)
    {
        var marks = new List<Stretch> { End(chart, left) };
        marks.AddRange(chart.Soundings.Where(sounding => sounding.From < left.Reached && sounding.To > left.BackTo).OrderByDescending(sounding => sounding.To));
        return marks;
    }

    private static Stretch End(Chart chart, Span left)
    {
        var end = new Stretch(left.Reached, left.Reached, 0, 0);
        foreach (var stretch in chart.Read.Reverse())
        {
            if (end.Messages >= EndMessages) break;
            end = stretch.Joined(end);
        }
        return end;
    }

    private void Add(DateTimeOffset from, DateTimeOffset to, double rate, double ratio)
    {
        var hours = Rhythm.Hours(from, to);
        Gaps.Add(new(from, to, hours, hours * rate, hours * rate * ratio));
        Messages += hours * rate;
        ReplyCalls += hours * rate * ratio;
    }

    private void Add(Stretch known, Span left)
    {
        var whole = Rhythm.Hours(known.From, known.To);
        var share = known.To <= left.Reached || whole < 1e-9 ? 1 : Rhythm.Hours(known.From, left.Reached) / whole;
        Messages += share * known.Messages;
        ReplyCalls += share * known.ReplyCalls;
    }

    private double Rate(List<Stretch> marks, int at)
    {
        var own = Rhythm.Hours(marks[at].From, marks[at].To);
        if (marks[at].Messages == 0) return 0;
        var (messages, hours) = (0.0, 0.0);
        for (var i = Math.Max(0, at - Neighbours); i <= Math.Min(marks.Count - 1, at + Neighbours); i++)
        {
            var length = Rhythm.Hours(marks[i].From, marks[i].To);
            if (marks[i].Messages == 0 || length > 8 * own || own > 8 * length) continue;
            (messages, hours) = (messages + marks[i].Messages, hours + length);
        }
        return hours < 1e-9 ? 0 : Math.Max(messages - 1, 0.5) / hours;
    }

    private static double Ratio(List<Stretch> marks, int at, double usual)
    {
        var (messages, calls) = (0.0, 0.0);
        for (var i = Math.Max(0, at - RatioNeighbours); i <= Math.Min(marks.Count - 1, at + RatioNeighbours); i++) (messages, calls) = (messages + marks[i].Messages, calls + marks[i].ReplyCalls);
        return (calls + RatioDoubt * usual) / (messages + RatioDoubt);
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
