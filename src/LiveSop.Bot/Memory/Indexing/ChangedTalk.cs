using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Memory.Indexing;

/// <summary>The threads and stretches of one channel in which something changed, as they read now.</summary>
internal sealed record ChangedTalk(ChannelId Channel, IReadOnlyList<MessageTs> Threads, IReadOnlyList<Stretch> Stretches, IReadOnlyList<Incident> Incidents)
{
    private const string Roots = "SELECT DISTINCT thread_ts FROM messages WHERE workspace_id = $1 AND channel_id = $2 AND thread_ts = ANY($3)";
    private const string Known = "SELECT thread_ts FROM incidents WHERE workspace_id = $1 AND channel_id = $2 AND incident_id = ANY($3) AND thread_ts IS NOT NULL";

    public static async Task<ChangedTalk> ReadAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, IReadOnlyList<Changed> changes, CancellationToken stop)
    {
        var threads = await ThreadsAsync(unit, workspace, channel, changes, stop);
        var moments = await MomentsAsync(unit, workspace, channel, changes, threads, stop);
        var bot = await unit.Db.Workspaces.Select(one => one.BotUserId).SingleOrDefaultAsync(stop);
        var said = unit.Db.Messages.Where(row => row.ChannelId == channel);
        // What was said to the bot is no part of the case.
        if (bot.Value is { Length: > 0 } id) said = said.Where(row => !row.Text.Contains($"<@{id}"));
        var incidents = new List<Incident>();
        if (threads.Count > 0) incidents.AddRange(IncidentSplitter.Split(await Talk.ReadAsync(unit, said.Where(row => (row.ThreadTs != null && threads.Contains(row.ThreadTs.Value)) || threads.Contains(row.Ts)), stop)));
        var stretches = new List<Stretch>();
        foreach (var span in Stretch.Around(moments)) stretches.Add(await StretchAsync(unit, said, span, stop));
        incidents.AddRange(stretches.SelectMany(stretch => IncidentSplitter.Split(stretch.Messages)));
        return new(channel, threads, stretches, [.. incidents.Where(Chatter.IsIncident)]);
    }

    private static async Task<List<MessageTs>> ThreadsAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, IReadOnlyList<Changed> changes, CancellationToken stop)
    {
        var begun = await unit.ReadAsync(Roots, row => new MessageTs(row.GetString(0)), stop, workspace.Value, channel.Value, changes.Where(one => one.Thread is null).Select(one => one.Ts.Value).ToArray());
        return [.. changes.Select(one => one.Thread).OfType<MessageTs>().Concat(begun).Distinct()];
    }

    /// <summary>Where un-threaded talk may have changed: its own messages did, or one of them began a thread and is no part of it any more.</summary>
    private static async Task<IEnumerable<DateTimeOffset>> MomentsAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, IReadOnlyList<Changed> changes, List<MessageTs> threads, CancellationToken stop)
    {
        var known = await unit.ReadAsync(Known, row => new MessageTs(row.GetString(0)), stop, workspace.Value, channel.Value, threads.Select(thread => $"{channel}:{thread}").ToArray());
        return changes.Where(one => one.Thread is null).Select(one => one.PostedAt).Concat(threads.Except(known).Select(thread => thread.At));
    }

    private static async Task<Stretch> StretchAsync(UnitOfWork unit, IQueryable<MessageRow> said, (DateTimeOffset From, DateTimeOffset To) span, CancellationToken stop)
    {
        var all = unit.Db.Messages;
        var rows = said.Where(row => row.ThreadTs == null && row.PostedAt >= span.From && row.PostedAt <= span.To
            && !all.Any(reply => reply.ChannelId == row.ChannelId && reply.ThreadTs == row.Ts && reply.DeletedAt == null && reply.Text != ""));
        return Stretch.Of(span, await Talk.ReadAsync(unit, rows, stop));
    }
}
