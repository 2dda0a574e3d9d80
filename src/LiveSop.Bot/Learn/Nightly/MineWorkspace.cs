using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Watching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Nightly;

/// <summary>
/// Looks for procedures in all that the bot reads, without saying so: the digest tells. Everybody may read what is public, so that is mined together; a private
/// channel is mined alone, or what was found there would be hidden by what it was mixed with.
/// </summary>
internal sealed class MineWorkspace(Database database, WatchSop watching, TimeProvider time)
{
    /// <summary>Once for each day, however often it is asked for.</summary>
    /// <param name="day">Of the workspace.</param>
    public static Task AddAsync(Jobs jobs, DateOnly day, CancellationToken stop) => jobs.AddAsync($"mine-workspace:{day:yyyy-MM-dd}", new Job.MineWorkspace(day), stop);

    /// <summary>Each group is kept by itself. Begun again, what was kept is known.</summary>
    public async Task RunAsync(WorkItem item, CancellationToken stop)
    {
        var channels = await ChannelsAsync(item.Workspace, stop);
        var open = channels.Where(one => one.Kind == ChannelKind.Public).Select(one => one.ChannelId).ToList();
        foreach (var group in Groups(channels, open)) await MineAsync(item.Workspace, group, open, stop);
    }

    private static IEnumerable<IReadOnlyList<ChannelId>> Groups(IReadOnlyList<ChannelRow> channels, IReadOnlyList<ChannelId> open)
    {
        if (open.Count > 0) yield return open;
        foreach (var closed in channels.Where(one => one.Kind == ChannelKind.Private)) yield return [closed.ChannelId];
    }

    private async Task<IReadOnlyList<ChannelRow>> ChannelsAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var heard = await unit.Db.Channels.AsNoTracking().Where(one => one.BotIsMember && !one.IsArchived && (one.Kind == ChannelKind.Public || one.Kind == ChannelKind.Private)).ToListAsync(stop);
        return [.. heard.OrderBy(one => one.ChannelId.Value, StringComparer.Ordinal)];
    }

    private async Task MineAsync(WorkspaceId workspace, IReadOnlyList<ChannelId> group, IReadOnlyList<ChannelId> open, CancellationToken stop)
    {
        var messages = await ReadAsync(workspace, group, stop);
        // Mining knows of no cancellation: it is left at its next word of progress, and not waited for.
        var found = await Task.Run(() => SopMiner.Mine(messages, _ => stop.ThrowIfCancellationRequested()), stop).WaitAsync(stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var (now, talks, looked) = (time.GetUtcNow(), new Talks(messages), group.Select(EvidencePlace.Of).ToList());
        var keeping = new KeepFindings(unit, workspace, now) { Looked = looked, WatchAsync = (sop, one) => watching.LookAsync(unit, sop, talks.Of(one), now, stop) };
        // Nothing is shown here, so what was mined from this and from what is public may be known too: else it would be kept a second time.
        await keeping.KeepAsync(found.Sops, [.. looked.Union(open.Select(EvidencePlace.Of))], stop);
        await unit.CommitAsync(stop);
    }

    private async Task<IReadOnlyList<Message>> ReadAsync(WorkspaceId workspace, IReadOnlyList<ChannelId> group, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await Talk.ReadAsync(unit, group, DateTimeOffset.MinValue, stop);
    }
}
