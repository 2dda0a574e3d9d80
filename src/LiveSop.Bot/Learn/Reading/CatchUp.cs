using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>After an absence: begins a reading of every channel, of what happened in it while nobody listened.</summary>
internal sealed class CatchUp(Database database, TimeProvider time)
{
    public async Task RunAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var channels = await unit.Db.Channels.Where(channel => channel.BotIsMember && (channel.Kind == ChannelKind.Public || channel.Kind == ChannelKind.Private))
            .Select(channel => channel.ChannelId).ToListAsync(stop);
        var readings = new Readings(unit, workspace, time.GetUtcNow());
        foreach (var channel in channels) await readings.CatchUpAsync(channel, since, stop);
        await unit.CommitAsync(stop);
    }
}
