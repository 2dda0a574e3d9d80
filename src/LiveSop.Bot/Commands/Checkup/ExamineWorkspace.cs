using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Commands.Checkup;

/// <summary>Looks at one workspace, for somebody who may know how it is set up.</summary>
internal sealed class ExamineWorkspace(Authorities authorities, Asker asker)
{
    private UnitOfWork Unit => asker.Context.Unit;

    public async Task<WorkspaceCheckup> ExamineAsync(CancellationToken stop)
    {
        var (channels, hidden) = await ChannelsAsync(stop);
        var unknown = await Unit.ReadAsync("""
            SELECT count(DISTINCT m.user_id)::int FROM channel_members m JOIN channels c USING (workspace_id, channel_id)
            WHERE workspace_id = $1 AND c.bot_is_member AND NOT EXISTS (SELECT FROM people p WHERE p.workspace_id = $1 AND p.user_id = m.user_id)
            """, row => row.GetInt32(0), stop, asker.Context.Workspace.Value);
        return new(channels, hidden, await WithoutApproverAsync(stop), await ReviewsAsync(stop), await ParkedAsync(stop), unknown[0], asker.Context.Now);
    }

    private async Task<(IReadOnlyList<ChannelCheck> Channels, int Hidden)> ChannelsAsync(CancellationToken stop)
    {
        var all = await Joined(Unit).CountAsync(stop);
        var named = await asker.ReadAsync(unit => Joined(unit).OrderBy(one => one.Name).Select(one => one.ChannelId).ToListAsync(stop), stop);
        var readings = await Unit.Db.Readings.AsNoTracking().Where(one => one.Kind == ReadingKind.Backfill && named.Contains(one.ChannelId)).OrderBy(one => one.BegunAt).ToListAsync(stop);
        return ([.. named.Select(channel => new ChannelCheck(channel, readings.LastOrDefault(one => one.ChannelId == channel)))], all - named.Count);
    }

    private static IQueryable<ChannelRow> Joined(UnitOfWork unit) =>
        unit.Db.Channels.AsNoTracking().Where(one => one.BotIsMember && !one.IsArchived && (one.Kind == ChannelKind.Public || one.Kind == ChannelKind.Private));

    private async Task<IReadOnlyList<string>> WithoutApproverAsync(CancellationToken stop)
    {
        var bare = new List<string>();
        foreach (var space in await Spaces.AllAsync(Unit, asker.Context.Workspace, asker.Context.Now, stop))
            if ((await authorities.WithAsync(Unit, asker.Context.Workspace, space.SpaceId, Role.Approver, stop)).Count == 0) bare.Add(space.Name);
        return bare;
    }

    private async Task<IReadOnlyList<ReviewCheck>> ReviewsAsync(CancellationToken stop)
    {
        var waiting = await (from draft in Unit.Db.Drafts.AsNoTracking()
                             join sop in Unit.Db.Sops on draft.SopId equals sop.SopId
                             where draft.State == DraftState.Waiting
                             orderby draft.CreatedAt, draft.DraftId
                             select new { draft.SopId, draft.CreatedAt, sop.Number, sop.SpaceId }).ToListAsync(stop);
        var approvers = new Dictionary<SpaceId, IReadOnlyList<UserId>>();
        foreach (var space in waiting.Select(one => one.SpaceId).Distinct()) approvers[space] = await authorities.WithAsync(Unit, asker.Context.Workspace, space, Role.Approver, stop);
        var readable = new Dictionary<UserId, HashSet<SopId>>();
        foreach (var user in approvers.Values.SelectMany(users => users).Append(asker.User).Distinct()) readable[user] = await ReadableAsync(user, [.. waiting.Select(one => one.SopId)], stop);
        return [.. waiting.Select(one => new ReviewCheck(
            readable[asker.User].Contains(one.SopId) ? one.Number : null, one.CreatedAt,
            [.. approvers[one.SpaceId].Where(user => readable[user].Contains(one.SopId))], [.. approvers[one.SpaceId].Where(user => !readable[user].Contains(one.SopId))]))];
    }

    /// <summary>Asked of the database as that person.</summary>
    private async Task<HashSet<SopId>> ReadableAsync(UserId user, List<SopId> sops, CancellationToken stop) =>
        [.. await (asker with { User = user }).ReadAsync(unit => unit.Db.Sops.Where(one => sops.Contains(one.SopId)).Select(one => one.SopId).ToListAsync(stop), stop)];

    private async Task<ParkedWork> ParkedAsync(CancellationToken stop) => new(
        await Unit.Db.Inbox.CountAsync(one => one.ParkedReason != null, stop),
        await Unit.Db.Outbox.CountAsync(one => one.State == EffectState.Parked, stop),
        await Unit.Db.Jobs.CountAsync(one => one.State == JobState.Parked, stop));
}
