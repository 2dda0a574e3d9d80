using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Reads the next older page of a channel's own messages, and notes the threads in it that must be asked for. Page, threads and progress commit together.</summary>
internal sealed class ReadPage(Database database, TimeProvider time)
{
    private const string AddThreads = """
        INSERT INTO threads_to_read (workspace_id, channel_id, reading_id, thread_ts, replies) SELECT $1, $2, $3, t.ts, t.replies FROM unnest($4::text[], $5::int[]) AS t(ts, replies)
        ON CONFLICT DO NOTHING
        """;

    public async Task RunAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        var page = await NextAsync(slack.Api, progress, stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop, redone: true);
        var row = await unit.Db.Readings.SingleAsync(one => one.ReadingId == progress.Row.ReadingId, stop);
        // Somebody else went on with it meanwhile.
        if (row.State != ReadingState.Running || row.ReachedTs != progress.Row.ReachedTs) return;
        if (page.Items.Count > 0) await SaveAsync(unit, slack.Installation, row, page.Items, stop);
        row.PagesDone = page.NextCursor is null;
        await unit.CommitAsync(stop);
    }

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
