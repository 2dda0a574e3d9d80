namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>
/// When and where to sound: in the middle of the gap that hides most, by the channel's own clock. Halving gaps finds a channel's beginning and its silent times.
/// It follows from the chart alone, so that a reading that was broken off goes on with the same plan. The figures were chosen by <c>bench forecast</c>.
/// </summary>
internal static class SoundingPlan
{
    /// <summary>However small the channel, unless hardly a page is left.</summary>
    private const int Few = 5;

    /// <summary>Where pages take longest, each sounding makes the reading longer by a call.</summary>
    private const double ShareOfPages = 0.03;

    /// <summary>Where replies take longest, soundings cost nothing.</summary>
    private const double ShareBesideReplies = 0.5;

    private const int Most = 48;

    /// <summary>Reply calls that must be waiting, so that none of the two limits lies idle while one sounds.</summary>
    private const double Reserve = 4;

    /// <summary>Steps of this part of the whole fall evenly, wherever one stops: no two soundings at the same hour of the week.</summary>
    private const double Golden = 0.6180339887498949;

    /// <param name="waiting">Reply calls that the threads found so far still need.</param>
    /// <param name="page">Messages that a call gives at most.</param>
    /// <returns>Null where the next page is the better call.</returns>
    public static Sounding? Next(Span left, Chart chart, double waiting, int page)
    {
        if (chart.Read.Count == 0 || chart.Soundings.Count >= Most) return null;
        var survey = new Survey(left, chart);
        if (ToCome(survey, chart, waiting, page) < 1 || RepliesTakeLonger(survey, waiting, page) && waiting < Reserve) return null;
        var gap = Darkest(survey);
        if (gap.Messages < 2 * page && chart.Soundings.Count >= Few) return null;
        var before = WholeSecond(survey.Rhythm.After(gap.From, Middle(gap, chart.Soundings.Count + 1)));
        return before > gap.From ? new(gap.From, before) : null;
    }

    /// <summary>Soundings that are still to be made, at most.</summary>
    public static double ToCome(Survey survey, Chart chart, double waiting, int page)
    {
        if (survey.Gaps.Count == 0) return 0;
        var share = RepliesTakeLonger(survey, waiting, page) ? ShareBesideReplies : ShareOfPages;
        var pages = survey.Messages / page;
        return Math.Max(0, Math.Min(Math.Min(Few, 1 + pages) + share * pages, Most) - chart.Soundings.Count);
    }

    // Where nothing seems to be there may be much: time counts as well as messages.
    private static Gap Darkest(Survey survey)
    {
        var messages = Math.Max(survey.Gaps.Sum(gap => gap.Messages), 1e-9);
        var hours = Math.Max(survey.Gaps.Sum(gap => gap.Hours), 1e-9);
        return survey.Gaps.MaxBy(gap => gap.Messages / messages + gap.Hours / hours)!;
    }

    private static double Middle(Gap gap, int turn) => gap.Hours / 2 + (turn * Golden % 1 - 0.5) * Math.Min(Chart.HoursOfWeek, gap.Hours / 3);

    // Stored and asked for alike, and finer than anybody needs.
    private static DateTimeOffset WholeSecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private static bool RepliesTakeLonger(Survey survey, double waiting, int page) => waiting + survey.ReplyCalls > 1.5 * survey.Messages / page;
}
