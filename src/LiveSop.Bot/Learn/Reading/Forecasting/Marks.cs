namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>Where the traffic is known: the end of what has been read, then the soundings into what has not, newest first.</summary>
internal sealed class Marks
{
    /// <summary>So many messages, the last that were read, stand for the end of what has been read.</summary>
    private const int AtTheEnd = 60;

    /// <summary>Threads come and go slowly, and a page shows few: the neighbours on either side count as well.</summary>
    private const int Neighbours = 2;

    /// <summary>So many messages with the usual threads are imagined beside those that were seen.</summary>
    private const double Doubt = 15;

    /// <summary>
    /// A stretch ends with a message. At an even rate that one says nothing about how often they come, in bursts it does: a half is what makes estimates neither too
    /// low nor too high (<c>bench forecast</c>).
    /// </summary>
    private const double Ended = 0.5;

    private readonly Rhythm rhythm;
    private readonly List<Stretch> marks;
    private readonly double usual;

    public Marks(Span left, Chart chart, Rhythm rhythm)
    {
        this.rhythm = rhythm;
        marks = [End(left, chart), .. chart.Soundings.Where(sounding => sounding.From < left.Reached).OrderByDescending(sounding => sounding.To)];
        usual = (double)marks.Sum(mark => mark.ReplyCalls) / Math.Max(1, marks.Sum(mark => mark.Messages));
    }

    public int Count => marks.Count;

    public Stretch this[int mark] => marks[mark];

    /// <summary>Messages in an hour by the channel's own clock.</summary>
    public double Rate(int mark)
    {
        var hours = rhythm.Hours(marks[mark].From, marks[mark].To);
        return marks[mark].Messages == 0 || hours <= 0 ? 0 : (marks[mark].Messages - Ended) / hours;
    }

    public double CallsPerMessage(int mark)
    {
        var near = marks.GetRange(Math.Max(0, mark - Neighbours), Math.Min(marks.Count, mark + Neighbours + 1) - Math.Max(0, mark - Neighbours));
        return (near.Sum(one => one.ReplyCalls) + Doubt * usual) / (near.Sum(one => one.Messages) + Doubt);
    }

    private static Stretch End(Span left, Chart chart)
    {
        var end = new Stretch(left.Reached, left.Reached, 0, 0);
        for (var i = chart.Read.Count - 1; i >= 0 && end.Messages < AtTheEnd; i--) end = chart.Read[i].Joined(end);
        return end;
    }
}
