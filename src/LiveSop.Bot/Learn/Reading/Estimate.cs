using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>What is known of how much a reading still has to do.</summary>
/// <param name="Waiting">Reply calls that the threads found so far still need.</param>
/// <param name="Page">Messages that a call gives at most.</param>
internal sealed record Estimate(Span Left, Chart Chart, double Waiting, int Page)
{
    private const int FullPage = 200;
    private const int ReducedPage = 15;

    private const string ReplyCalls = "SELECT coalesce(sum(ceil(replies / $4::float8)), 0) FROM threads_to_read WHERE workspace_id = $1 AND channel_id = $2 AND reading_id = $3";

    private bool IsReduced => Page == ReducedPage;

    /// <summary>Where to look how much there is; null where the next page is the better call. What was missed meanwhile is little, and not sounded.</summary>
    public Sounding? NextSounding(ReadingKind kind) => kind == ReadingKind.Backfill ? SoundingPlan.Next(Left, Chart, Waiting, Page) : null;

    /// <returns>Null as long as nobody can say.</returns>
    public TimeSpan? TimeLeft(ReadingKind kind, Pace pace) => kind == ReadingKind.Backfill && Forecast.Of(Left, Chart, Waiting, Page) is { } remaining
        ? pace.Left(remaining, IsReduced ? Allowance.Tier1 : Allowance.Tier3)
        : null;

    public static async Task<Estimate> OfAsync(UnitOfWork unit, ReadingProgress progress, bool isReduced, CancellationToken stop)
    {
        var (row, page) = (progress.Row, PageOf(isReduced));
        // The first message of a thread comes with the first page of its replies.
        var waiting = await unit.ReadAsync(ReplyCalls, calls => calls.GetDouble(0), stop, row.WorkspaceId.Value, row.ChannelId.Value, row.ReadingId, page - 1);
        return new(progress.Unread, ChartJson.Read(row.Soundings), waiting[0], page);
    }

    public static int PageOf(bool isReduced) => isReduced ? ReducedPage : FullPage;
}
