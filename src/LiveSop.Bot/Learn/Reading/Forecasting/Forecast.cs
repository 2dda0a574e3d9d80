namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>What remains of a reading: estimates, never negative, all zero where nothing is left.</summary>
/// <param name="Messages">Of the channel itself, not yet read.</param>
/// <param name="HistoryCalls">For those, and for the soundings still to be made.</param>
/// <param name="ReplyCalls">For the threads among them and those that already wait.</param>
internal readonly record struct Remaining(double Messages, double HistoryCalls, double ReplyCalls);

/// <summary>How much remains to be read, from what has been read and sounded.</summary>
internal static class Forecast
{
    /// <summary>Before so many soundings an estimate is a guess, unless hardly anything is left.</summary>
    private const int Enough = 3;

    private const int Little = 10;

    /// <param name="waiting">Reply calls that the threads found so far still need.</param>
    /// <param name="page">Messages that a call gives at most.</param>
    /// <returns>Null as long as too little is known to say.</returns>
    public static Remaining? Of(Span left, Chart chart, double waiting, int page)
    {
        if (left.BackTo >= left.Reached) return new Remaining(0, 0, waiting);
        if (chart.Read.Count == 0) return null;
        var survey = new Survey(left, chart);
        var pages = Math.Max(1, survey.Messages / page);
        if (pages > Little && chart.Soundings.Count < Enough) return null;
        return new Remaining(survey.Messages, pages + SoundingPlan.ToCome(survey, chart, waiting, page), waiting + survey.ReplyCalls);
    }
}
