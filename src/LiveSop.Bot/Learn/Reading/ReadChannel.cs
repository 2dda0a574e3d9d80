using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>
/// Reads a channel's past, newest first: its pages and the threads in them side by side, since each has a rate limit of its own. It works in turns: where both limits
/// are used up, or others wait for the worker, it comes back later. All it knows stands in the reading's row, so that it may be broken off anywhere.
/// </summary>
internal sealed class ReadChannel(Database database, Connections connections, ReadDirectory directory, TellProgress tell, TimeProvider time)
{
    /// <summary>At once, where the rate limit lets them.</summary>
    private const int MostThreads = 16;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(1);

    /// <summary>A shorter wait for the rate limit is waited out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ReadPage page = new(database, time);
    private readonly ReadThreads threads = new(database, time);

    public async Task<JobEnd> RunAsync(WorkItem item, Guid reading, CancellationToken stop)
    {
        var (workspace, slack, survived) = (item.Workspace, connections.Of(item.Workspace), false);
        var end = time.GetUtcNow() + Turn;
        while (await LoadAsync(workspace, reading, stop) is { IsRunning: true } progress)
        {
            if (progress.IsComplete) return await tell.EndAsync(progress, ReadingState.Done, null, stop);
            if (survived) await tell.TellAsync(slack, progress, stop);
            var wait = Wait(slack.Api, progress);
            if (wait > Patience) return new JobEnd.Later(wait);
            if (time.GetUtcNow() > end) return new JobEnd.Later(BetweenTurns);
            if (await GoOnAsync(slack, progress, stop) is { } reason) return await tell.EndAsync(progress, ReadingState.BrokenOff, reason, stop);
            if (!survived) survived = await SurviveAsync(item, stop);
        }
        return JobEnd.Finished;
    }

    /// <summary>It got on: however often its workers were killed before, they did not die of it.</summary>
    private async Task<bool> SurviveAsync(WorkItem item, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop, redone: true);
        await unit.SurviveAsync(QueueKind.Job, item, stop);
        await unit.CommitAsync(stop);
        return true;
    }

    private async Task<ReadingProgress?> LoadAsync(WorkspaceId workspace, Guid reading, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await ReadingProgress.LoadAsync(unit, reading, MostThreads, stop);
    }

    /// <returns>Why the channel cannot be read any more; null where it can.</returns>
    private async Task<string?> GoOnAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        try
        {
            // What kind of channel it is decides who may see what is read.
            if (progress.Row.ReachedTs is null) await directory.ReadChannelAsync(progress.Workspace, await slack.Api.Conversations.InfoAsync(progress.Channel, stop), slack.Api, stop);
            await Task.WhenAll(GoOnWithThreadsAsync(slack, progress, stop), GoOnWithPagesAsync(slack, progress, stop));
            return null;
        }
        catch (SlackCallException failed) when (failed.Failure is SlackFailure.TargetGone or SlackFailure.Configuration)
        {
            // To whoever was put out and is back again it may no longer be true: tried again.
            if (failed.Failure is SlackFailure.TargetGone && await IsMemberAsync(progress, stop)) throw;
            return failed.Code;
        }
    }

    private async Task<bool> IsMemberAsync(ReadingProgress progress, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop);
        return await unit.Db.Channels.AnyAsync(channel => channel.ChannelId == progress.Channel && channel.BotIsMember, stop);
    }

    private async Task GoOnWithThreadsAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        if (progress.Threads.Count == 0) tell.Waits(progress, ConversationMethods.Replies);
        if (progress.Threads.Count == 0 || slack.Api.Conversations.RepliesWait > Patience) return;
        var most = Math.Clamp(slack.Api.Conversations.RepliesReady, 1, MostThreads);
        await threads.RunAsync(slack, progress, [.. progress.Threads.Take(most)], stop);
        tell.Did(progress, ConversationMethods.Replies, Math.Min(most, progress.Threads.Count));
    }

    private async Task GoOnWithPagesAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        if (progress.Row.PagesDone || slack.Api.Conversations.HistoryWait > Patience) return;
        await page.RunAsync(slack, progress, stop);
        tell.Did(progress, ConversationMethods.History, 1);
    }

    private static TimeSpan Wait(SlackApi api, ReadingProgress progress)
    {
        var pages = progress.Row.PagesDone ? TimeSpan.MaxValue : api.Conversations.HistoryWait;
        var replies = progress.Threads.Count == 0 ? TimeSpan.MaxValue : api.Conversations.RepliesWait;
        return pages < replies ? pages : replies;
    }
}
