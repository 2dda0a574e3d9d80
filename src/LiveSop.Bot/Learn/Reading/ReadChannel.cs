using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Reads what was said in a channel before the bot came, newest first, with the replies in its threads. Begun again, it goes on where it was.</summary>
internal sealed class ReadChannel(Database database, Connections connections, ReadDirectory directory, TimeProvider time)
{
    public async Task RunAsync(WorkspaceId workspace, ChannelId channel, CancellationToken stop)
    {
        var slack = connections.Of(workspace);
        await directory.ReadChannelAsync(workspace, await slack.Api.Conversations.InfoAsync(channel, stop), slack.Api, stop);
        var from = await ReachedAsync(workspace, channel, stop);
        await foreach (var page in slack.Api.Conversations.HistoryAsync(channel, new HistoryRange { Latest = from }, stop))
        {
            var replies = new List<SlackMessage>();
            foreach (var root in page.Items.Where(message => message.ReplyCount > 0))
                await foreach (var thread in slack.Api.Conversations.RepliesAsync(channel, root.Ts, new HistoryRange(), stop)) replies.AddRange(thread.Items);
            await SaveAsync(slack.Installation, channel, [.. page.Items, .. replies], page.Items.Count > 0 ? page.Items.Min(message => message.Ts) : null, stop);
        }
        await CompleteAsync(workspace, channel, stop);
    }

    private async Task<MessageTs?> ReachedAsync(WorkspaceId workspace, ChannelId channel, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await unit.Db.Readings.Where(one => one.ChannelId == channel).Select(one => one.ReachedTs).FirstOrDefaultAsync(stop);
    }

    private async Task SaveAsync(Installation installation, ChannelId channel, IReadOnlyList<SlackMessage> messages, MessageTs? reached, CancellationToken stop)
    {
        var workspace = installation.Workspace;
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var transcript = new Transcript(unit, workspace);
        foreach (var message in messages)
            if (message.IsTombstone) transcript.Unhear(channel, message.Ts);
            else if (message.IsSpeech && !installation.Self.Wrote(message)) transcript.Hear(SaidMessage.Of(channel, message));
        await transcript.WriteAsync(time.GetUtcNow(), stop);
        if (reached is { } ts) await unit.RunAsync("UPDATE readings SET reached_ts = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, channel.Value, ts.Value);
        await unit.CommitAsync(stop);
    }

    private async Task CompleteAsync(WorkspaceId workspace, ChannelId channel, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await unit.RunAsync("UPDATE readings SET ended_at = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, channel.Value, time.GetUtcNow());
        await unit.CommitAsync(stop);
    }
}
