using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Retention;

/// <summary>Forgets what is older than its space keeps it, with the evidence and the cases that rest on it. What was approved stays.</summary>
internal sealed class Retain(Database database)
{
    /// <summary>Messages in one transaction, so that nothing waits for it.</summary>
    public const int MostAtOnce = 500;

    private const string Old = """
        SELECT ts FROM messages WHERE workspace_id = $1 AND channel_id = $2 AND posted_at < $3 ORDER BY posted_at LIMIT $4
        """;

    public async Task RunAsync(WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var channel in await ChannelsAsync(workspace, stop))
            while (await ForgetSomeAsync(workspace, channel, now, stop) == MostAtOnce) stop.ThrowIfCancellationRequested();
    }

    private async Task<List<ChannelId>> ChannelsAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        if (!await unit.Db.Spaces.AnyAsync(one => one.RetentionDays != null, stop)) return [];
        return await unit.ReadAsync("SELECT DISTINCT channel_id FROM messages WHERE workspace_id = $1", row => new ChannelId(row.GetString(0)), stop, workspace.Value);
    }

    private async Task<int> ForgetSomeAsync(WorkspaceId workspace, ChannelId channel, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        if (await Keeping.SinceAsync(unit, workspace, channel, now, stop) is not { } since) return 0;
        var old = await unit.ReadAsync(Old, row => (channel, new MessageTs(row.GetString(0))), stop, workspace.Value, channel.Value, since, MostAtOnce);
        await TakeBack.RunAsync(unit, workspace, old, new Effects(unit, workspace, now), stop);
        await unit.RunAsync("DELETE FROM messages WHERE workspace_id = $1 AND channel_id = $2 AND ts = ANY($3)", stop, workspace.Value, channel.Value, old.Select(one => one.Item2.Value).ToArray());
        await unit.RunAsync("DELETE FROM incident_vectors v USING incidents i WHERE v.workspace_id = $1 AND v.channel_id = $2 AND i.workspace_id = $1 AND i.incident_id = v.incident_id AND i.opened_at < $3", stop, workspace.Value, channel.Value, since);
        await unit.RunAsync("DELETE FROM incidents WHERE workspace_id = $1 AND channel_id = $2 AND opened_at < $3", stop, workspace.Value, channel.Value, since);
        await unit.CommitAsync(stop);
        return old.Count;
    }
}
