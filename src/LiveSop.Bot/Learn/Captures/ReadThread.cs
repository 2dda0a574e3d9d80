using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>Asks Slack for the whole of one thread, page by page: what was edited or deleted while nobody listened too. Done twice, the same remains.</summary>
internal sealed class ReadThread(Database database, TimeProvider time)
{
    /// <exception cref="SlackCallException">Among others <c>thread_not_found</c>, and <c>not_in_channel</c> where the bot has left.</exception>
    public async Task RunAsync(Connection slack, ThreadId thread, CancellationToken stop)
    {
        var after = thread.Ts;
        await foreach (var page in slack.Api.Conversations.RepliesAsync(thread.Channel, thread.Ts, new HistoryRange(), stop))
        {
            var now = time.GetUtcNow();
            var before = page.NextCursor is null || page.Items.Count == 0 ? MessageTs.From(now) : page.Items.Max(message => message.Ts);
            await using var unit = await database.BeginAsync(new Scope.Miner(slack.Installation.Workspace), stop);
            await new Present(slack.Installation, thread.Channel, thread.Ts, page.Items).WriteAsync(unit, after, before, now, stop);
            await unit.CommitAsync(stop);
            after = before;
        }
    }
}
