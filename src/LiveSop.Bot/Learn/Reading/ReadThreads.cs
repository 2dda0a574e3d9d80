using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Reads a page of replies of several threads at once. A long thread comes again for its next page; each page and how far it is commit together.</summary>
internal sealed class ReadThreads(Database database, TimeProvider time)
{
    public async Task RunAsync(Connection slack, ReadingProgress progress, IReadOnlyList<ThreadToReadRow> threads, CancellationToken stop)
    {
        var pages = await Task.WhenAll(threads.Select(thread => NextAsync(slack.Api, thread, stop)));
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop, redone: true);
        var row = await unit.Db.Readings.SingleAsync(one => one.ReadingId == progress.Row.ReadingId, stop);
        if (row.State != ReadingState.Running) return;
        foreach (var (thread, page) in threads.Zip(pages)) await EndAsync(unit, slack.Installation, row, thread, page, stop);
        await unit.CommitAsync(stop);
    }

    /// <returns>Null where the thread is there no more.</returns>
    private static async Task<Page<SlackMessage>?> NextAsync(SlackApi api, ThreadToReadRow thread, CancellationToken stop)
    {
        try
        {
            await foreach (var page in api.Conversations.RepliesAsync(thread.ChannelId, thread.ThreadTs, new HistoryRange { Oldest = thread.ReachedTs }, stop))
                if (page.Items.Any(message => message.IsReply) || page.NextCursor is null) return page;
            return new Page<SlackMessage>([], null);
        }
        catch (SlackCallException failed) when (failed.Code == "thread_not_found")
        {
            return null;
        }
    }

    private async Task EndAsync(UnitOfWork unit, Installation installation, ReadingRow row, ThreadToReadRow thread, Page<SlackMessage>? page, CancellationToken stop)
    {
        var known = await unit.Db.ThreadsToRead.SingleOrDefaultAsync(one => one.ChannelId == thread.ChannelId && one.ReadingId == thread.ReadingId && one.ThreadTs == thread.ThreadTs, stop);
        // Somebody else went on with it meanwhile.
        if (known is null || known.ReachedTs != thread.ReachedTs) return;
        if (page is not null) known.ReachedTs = await SaveAsync(unit, installation, row, page, thread, stop);
        if (page?.NextCursor is not null) return;
        unit.Db.Remove(known);
        row.ThreadsRead++;
    }

    /// <returns>How far the thread has been read with this page.</returns>
    private async Task<MessageTs> SaveAsync(UnitOfWork unit, Installation installation, ReadingRow row, Page<SlackMessage> page, ThreadToReadRow thread, CancellationToken stop)
    {
        var replies = page.Items.Where(message => message.IsReply).ToList();
        var after = thread.ReachedTs ?? thread.ThreadTs;
        // After the last page nothing more may stand in the thread, up to when the reading began.
        var before = page.NextCursor is null ? MessageTs.From(row.BegunAt) : replies.Max(reply => reply.Ts);
        var present = new Present(installation, thread.ChannelId, thread.ThreadTs, replies);
        await present.WriteAsync(unit, after, before, time.GetUtcNow(), stop);
        row.Replies += present.Replies;
        return before;
    }
}
