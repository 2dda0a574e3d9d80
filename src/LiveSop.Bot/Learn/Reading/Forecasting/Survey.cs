namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>A time of which nothing is known, between two of which all is.</summary>
/// <param name="Hours">By the channel's own clock.</param>
/// <param name="Messages">Estimated, as the calls for their threads are.</param>
internal sealed record Gap(DateTimeOffset From, DateTimeOffset To, double Hours, double Messages, double ReplyCalls);

/// <summary>
/// What has not been read: the stretches that soundings have shown, and between them the gaps. A gap is filled with the mean of the rates at its two ends;
/// the oldest, which has one end, with that one's.
/// </summary>
internal sealed class Survey
{
    private readonly Span left;
    private readonly Marks marks;
    private readonly List<Gap> gaps = [];

    public Survey(Span left, Chart chart)
    {
        this.left = left;
        Rhythm = Rhythm.Of(chart);
        marks = new Marks(left, chart, Rhythm);
        if (left.BackTo < left.Reached) Fill();
    }

    public Rhythm Rhythm { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Gap> Gaps => gaps;

    public double Messages { get; private set; }

    /// <summary>For the threads among them.</summary>
    public double ReplyCalls { get; private set; }

    private void Fill()
    {
        var to = left.Reached;
        for (var mark = 1; mark < marks.Count; mark++)
        {
            Add(marks[mark].To, to, mark - 1, mark);
            Add(marks[mark]);
            to = marks[mark].From;
        }
        Add(left.BackTo, to, marks.Count - 1, marks.Count - 1);
    }

    private void Add(DateTimeOffset from, DateTimeOffset to, int newer, int older)
    {
        if (from >= to) return;
        var hours = Rhythm.Hours(from, to);
        var messages = hours * (marks.Rate(newer) + marks.Rate(older)) / 2;
        var calls = messages * (marks.CallsPerMessage(newer) + marks.CallsPerMessage(older)) / 2;
        gaps.Add(new(from, to, hours, messages, calls));
        (Messages, ReplyCalls) = (Messages + messages, ReplyCalls + calls);
    }

    // Of a stretch that the reading has come into, the part that is left.
    private void Add(Stretch known)
    {
        var whole = Rhythm.Hours(known.From, known.To);
        var share = known.To <= left.Reached || whole <= 0 ? 1 : Rhythm.Hours(known.From, left.Reached) / whole;
        (Messages, ReplyCalls) = (Messages + share * known.Messages, ReplyCalls + share * known.ReplyCalls);
    }
}
