namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>What remains of a reading. Estimates, never negative; all zero where nothing is left.</summary>
/// <param name="Messages">Of the channel itself, not yet read.</param>
/// <param name="HistoryCalls">For those.</param>
/// <param name="ReplyCalls">For the threads among them and those that already wait.</param>
internal readonly record struct Remaining(double Messages, double HistoryCalls, double ReplyCalls);

internal static class Forecast
{
    /// <param name="waiting">Reply calls that the threads found so far still need.</param>
    /// <param name="page">Messages that a call gives at most.</param>
    public static Remaining Of(Span left, Chart chart, double waiting, int page)
    {
        var survey = new Survey(left, chart);
        return new(survey.Messages, left.BackTo < left.Reached ? Math.Max(1, survey.Messages / page) : 0, waiting + survey.ReplyCalls);
    }
}
