using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>
/// Reads the next older page of a channel's own messages, and notes the threads in it that must be asked for; page, threads and progress commit together. Now and
/// then it looks further back instead, for how much there is.
/// </summary>
internal sealed class ReadPage(Database database, TimeProvider time)
{
    private const string AddThreads = """
        INSERT INTO threads_to_read (workspace_id, channel_id, reading_id, thread_ts, replies) SELECT $1, $2, $3, t.ts, t.replies FROM unnest($4::text[], $5::int[]) AS t(ts, replies)
        ON CONFLICT DO NOTHING
        """;

    public async Task RunAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        if (await AskAsync(slack, progress, stop) is { } sounding) await SoundAsync(slack, progress, sounding, stop);
        else await ReadAsync(slack, progress, stop);
    }

    private async Task<Sounding?> AskAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop);
        return (await Estimate.OfAsync(unit, progress, slack.Api.Conversations.IsReduced, stop)).NextSounding(progress.Row.Kind);
    }

    private async Task SoundAsync(Connection slack, ReadingProgress progress, Sounding sounding, CancellationToken stop)
    {
        var range = new HistoryRange { Oldest = MessageTs.From(sounding.After), Latest = MessageTs.From(sounding.Before) };
        var page = await slack.Api.Conversations.HistoryAsync(progress.Channel, range, stop).FirstAsync(stop);
        await SaveAsync(progress, row => ChartJson.Read(row.Soundings).WithSounding(sounding, Heard(page), whole: page.NextCursor is null, PageSize(slack)), stop);
    }

    private async Task ReadAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        var page = await NextAsync(slack.Api, progress, stop);
        var from = page.NextCursor is null ? progress.Unread.BackTo : page.Items.Min(message => message.Ts).At;
        await SaveAsync(progress, row => ChartJson.Read(row.Soundings).WithPage(from, progress.Unread.Reached, Heard(page), PageSize(slack)), stop, async (unit, row) =>
        {
            if (page.Items.Count > 0) await SaveAsync(unit, slack.Installation, row, page.Items, stop);
            row.PagesDone = page.NextCursor is null;
        });
    }

    private async Task SaveAsync(ReadingProgress progress, Func<ReadingRow, Chart> chart, CancellationToken stop, Func<UnitOfWork, ReadingRow, Task>? readAsync = null)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop, redone: true);
        var row = await unit.Db.Readings.SingleAsync(one => one.ReadingId == progress.Row.ReadingId, stop);
        // Somebody else went on with it meanwhile.
        if (row.State != ReadingState.Running || row.ReachedTs != progress.Row.ReachedTs || row.Soundings != progress.Row.Soundings) return;
        if (readAsync is not null) await readAsync(unit, row);
        row.Soundings = ChartJson.Write(chart(row));
        await unit.CommitAsync(stop);
    }

    private static List<Heard> Heard(Page<SlackMessage> page) => [.. page.Items.Select(message => new Heard(message.Ts.At, message.IsReply ? 0 : message.ReplyCount))];

    private static int PageSize(Connection slack) => Estimate.PageOf(slack.Api.Conversations.IsReduced);

    /// <summary>Slack may give empty pages though more follows.</summary>
    private static async Task<Page<SlackMessage>> NextAsync(SlackApi api, ReadingProgress progress, CancellationToken stop)
    {
        var range = new HistoryRange { Oldest = MessageTs.From(progress.Row.BackTo), Latest = progress.Row.ReachedTs };
        await foreach (var page in api.Conversations.HistoryAsync(progress.Channel, range, stop))
            if (page.Items.Count > 0 || page.NextCursor is null) return page;
        return new Page<SlackMessage>([], null);
    }

    private async Task SaveAsync(UnitOfWork unit, Installation installation, ReadingRow row, IReadOnlyList<SlackMessage> messages, CancellationToken stop)
    {
        var oldest = messages.Min(message => message.Ts);
        var newest = row.ReachedTs ?? messages.Max(message => message.Ts);
        var present = new Present(installation, row.ChannelId, null, messages);
        await present.WriteAsync(unit, oldest, newest, time.GetUtcNow(), stop);
        var roots = messages.Where(message => message.ReplyCount > 0 && !message.IsReply).ToList();
        var threads = row.Kind == ReadingKind.CatchUp ? await Changed.ThreadsAsync(unit, row, roots, stop) : roots;
        await unit.RunAsync(AddThreads, stop, row.WorkspaceId.Value, row.ChannelId.Value, row.ReadingId,
            threads.Select(root => root.Ts.Value).ToArray(), threads.Select(root => root.ReplyCount).ToArray());
        row.ReachedTs = oldest;
        row.Messages += present.Roots;
        row.Threads += threads.Count;
    }
}
