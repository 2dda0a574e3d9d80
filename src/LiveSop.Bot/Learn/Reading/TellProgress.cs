using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Respond;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Says how far a reading is: in the log, and in the message that welcomed it, which is edited in place. Now and then, the longer it takes the seldomer.</summary>
internal sealed partial class TellProgress(Database database, Connections connections, Paces paces, TimeProvider time, ILogger<TellProgress> log)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(15);

    /// <summary>So many calls of the method were made.</summary>
    public void Did(ReadingProgress progress, SlackMethod method, int calls) => paces.Done(progress.Workspace, progress.Row.ReadingId, method, calls);

    /// <summary>Just now there is nothing to call the method for.</summary>
    public void Waits(ReadingProgress progress, SlackMethod method) => paces.Idle(progress.Row.ReadingId, method);

    public async Task TellAsync(Connection slack, ReadingProgress progress, CancellationToken stop)
    {
        var (row, now) = (progress.Row, time.GetUtcNow());
        var interval = TimeSpan.FromTicks(Math.Clamp((now - row.BegunAt).Ticks / 20, AtMost.Ticks, AtLeast.Ticks));
        if (now - (row.NoticedAt ?? row.BegunAt) < interval) return;
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop);
        var estimate = await Estimate.OfAsync(unit, progress, slack.Api.Conversations.IsReduced, stop);
        var left = estimate.TimeLeft(row.Kind, paces.Of(progress.Workspace));
        await SayAsync(unit, row, ReadingStatus.Of(row, left), now, stop);
        await unit.RunAsync("UPDATE readings SET noticed_at = $4 WHERE workspace_id = $1 AND channel_id = $2 AND reading_id = $3", stop,
            row.WorkspaceId.Value, row.ChannelId.Value, row.ReadingId, now);
        await unit.CommitAsync(stop);
        Reads(log, row.ChannelId, row.WorkspaceId, row.Messages, row.ThreadsRead, row.Threads, row.ReachedTs?.At ?? row.BegunAt, left is { } known ? TimeLeft.Plainly(known) : "it is not known how long");
    }

    public async Task<JobEnd> EndAsync(ReadingProgress progress, ReadingState state, string? reason, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(progress.Workspace), stop);
        var row = await unit.Db.Readings.SingleAsync(one => one.ReadingId == progress.Row.ReadingId, stop);
        if (row.State != ReadingState.Running) return JobEnd.Finished;
        await EndAsync(unit, row, state, reason, stop);
        await unit.CommitAsync(stop);
        return JobEnd.Finished;
    }

    private async Task EndAsync(UnitOfWork unit, ReadingRow row, ReadingState state, string? reason, CancellationToken stop)
    {
        (row.State, row.StateReason, row.EndedAt) = (state, reason, time.GetUtcNow());
        await SayAsync(unit, row, ReadingStatus.Of(row), time.GetUtcNow(), stop);
        if (reason is null) HasRead(log, row.ChannelId, row.WorkspaceId, row.Messages, row.Replies, row.ThreadsRead);
        else BrokeOff(log, row.ChannelId, row.WorkspaceId, reason);
    }

    /// <summary>It failed again and again: nobody goes on with it.</summary>
    public async Task GiveUpAsync(UnitOfWork unit, Guid reading, CancellationToken stop)
    {
        if (await unit.Db.Readings.SingleOrDefaultAsync(one => one.ReadingId == reading && one.State == ReadingState.Running, stop) is not { } row) return;
        await EndAsync(unit, row, ReadingState.BrokenOff, "it failed several times", stop);
    }

    private async Task SayAsync(UnitOfWork unit, ReadingRow row, ReadingStatus status, DateTimeOffset now, CancellationToken stop)
    {
        if (row.Notice is not { } notice) return;
        var card = WelcomeCard.Render(connections.Installation(row.WorkspaceId).Self.User, status);
        await new Effects(unit, row.WorkspaceId, now).AddAsync($"{notice}:{now:O}", new Effect.Edit(row.ChannelId, notice, card), stop);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reading {Channel} of {Workspace}: {Messages} messages and {Read} of {Threads} threads, back to {Reached:yyyy-MM-dd}; {Left} left.")]
    private static partial void Reads(ILogger log, ChannelId channel, WorkspaceId workspace, long messages, long read, long threads, DateTimeOffset reached, string left);

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Channel} of {Workspace}: {Messages} messages, {Replies} replies in {Threads} threads.")]
    private static partial void HasRead(ILogger log, ChannelId channel, WorkspaceId workspace, long messages, long replies, long threads);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The past of {Channel} of {Workspace} cannot be read ({Reason}); what was read stays. livesop doctor says what the app may do.")]
    private static partial void BrokeOff(ILogger log, ChannelId channel, WorkspaceId workspace, string reason);
}
