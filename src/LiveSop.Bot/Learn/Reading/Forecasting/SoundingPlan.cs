namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>
/// Where to sound: in the middle of the gap with the most messages, by the channel's own clock, which finds a channel's beginning and its silent times by halving.
/// It follows from the chart alone, so that a reading that was broken off goes on with the same plan.
/// </summary>
internal static class SoundingPlan
{
    internal static int Few = 3;
    internal static double ShareOfPages = 0.03;
    internal static double ShareWhileThreadsWait = 0.5;
    internal static int Most = 48;
    internal static double TimeWeight = 1;
    private const double Golden = 0.6180339887498949;

    /// <returns>Null where the next page is the better call.</returns>
    public static Sounding? Next(Span left, Chart chart, double waiting, int page)
    {
        if (chart.Read.Count == 0 || chart.Soundings.Count >= Most) return null;
        var survey = new Survey(left, chart);
        var calls = survey.Messages / page;
        var allowed = waiting > calls || waiting + survey.ReplyCalls > 1.5 * calls ? Few + ShareWhileThreadsWait * calls : Few + ShareOfPages * calls;
        if (survey.Gaps.Count == 0 || chart.Soundings.Count >= allowed) return null;
        var (total, hours) = (survey.Gaps.Sum(g => g.Messages), survey.Gaps.Sum(g => g.Hours));
        var gap = survey.Gaps.MaxBy(g => g.Messages / Math.Max(total, 1e-9) + TimeWeight * g.Hours / Math.Max(hours, 1e-9))!;
        if (gap.Messages < 2 * page && chart.Soundings.Count >= Few) return null;
        var turn = (chart.Soundings.Count + 1) * Golden % 1 - 0.5;
        var middle = gap.Hours / 2 + turn * Math.Min(Chart.HoursOfWeek, gap.Hours / 3);
        return new(gap.From, survey.Rhythm.After(gap.From, middle));
    }
}
