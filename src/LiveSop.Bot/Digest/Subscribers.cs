using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Digests;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Digest;

/// <summary>Somebody's digest of one of their days.</summary>
internal sealed record DueDigest(UserId User, DigestSetting Setting, DateOnly Day);

/// <summary>Who gets a digest: who wants it, and approvers who have not said that they do not. Needs the workspace's miner scope.</summary>
internal sealed class Subscribers(Authorities authorities)
{
    private const string Store = """
        INSERT INTO preferences (workspace_id, user_id, wants_digest, digest_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (workspace_id, user_id) DO UPDATE SET wants_digest = excluded.wants_digest, digest_at = coalesce(excluded.digest_at, preferences.digest_at)
        """;

    private const string Claim = """
        INSERT INTO preferences (workspace_id, user_id, digested_on) VALUES ($1, $2, $3)
        ON CONFLICT (workspace_id, user_id) DO UPDATE SET digested_on = excluded.digested_on WHERE coalesce(preferences.digested_on < excluded.digested_on, true)
        """;

    /// <returns>Null where they are not there any more.</returns>
    public async Task<DigestSetting?> OfAsync(UnitOfWork unit, WorkspaceId workspace, UserId user, CancellationToken stop)
    {
        if (await unit.Db.People.AsNoTracking().FirstOrDefaultAsync(one => one.UserId == user && !one.IsDeleted, stop) is not { } person) return null;
        var wish = await unit.Db.Preferences.AsNoTracking().FirstOrDefaultAsync(one => one.UserId == user, stop);
        var authority = await authorities.OfAsync(unit, workspace, user, stop);
        return Setting(person, wish, isApprover: authority.IsAdmin || authority.Roles.Values.Any(role => role >= Role.Approver));
    }

    public async Task<IReadOnlyList<DueDigest>> DueAsync(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        var wishes = await unit.Db.Preferences.AsNoTracking().ToDictionaryAsync(one => one.UserId, stop);
        var approvers = await ApproversAsync(unit, workspace, now, stop);
        var due = new List<DueDigest>();
        foreach (var person in await unit.Db.People.AsNoTracking().Where(one => !one.IsDeleted && one.Standing != Standing.App).OrderBy(one => one.UserId).ToListAsync(stop))
        {
            var setting = Setting(person, wishes.GetValueOrDefault(person.UserId), approvers.Contains(person.UserId));
            if (setting.IsOn && setting.Time.DueDay(now, setting.Last) is { } day) due.Add(new(person.UserId, setting, day));
        }
        return due;
    }

    /// <param name="at">Null leaves the hour as it is.</param>
    public static Task StoreAsync(UnitOfWork unit, Scope.Viewer person, bool wants, TimeOnly? at, CancellationToken stop) =>
        unit.RunAsync(Store, stop, person.Workspace.Value, person.User.Value, wants, at);

    /// <summary>Whoever does it first for a day makes that day's digest; whoever comes at the same time waits here, and is told that it is made.</summary>
    public static async Task<bool> ClaimAsync(UnitOfWork unit, Scope.Viewer person, DateOnly day, CancellationToken stop) =>
        await unit.RunAsync(Claim, stop, person.Workspace.Value, person.User.Value, day) > 0;

    private async Task<HashSet<UserId>> ApproversAsync(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        var approvers = new HashSet<UserId>();
        foreach (var space in await Spaces.AllAsync(unit, workspace, now, stop)) approvers.UnionWith(await authorities.WithAsync(unit, workspace, space.SpaceId, Role.Approver, stop));
        return approvers;
    }

    private static DigestSetting Setting(PersonRow person, PreferenceRow? wish, bool isApprover) =>
        new(wish?.WantsDigest ?? isApprover, DigestTime.Of(wish?.DigestAt, person.TimeZone), wish?.DigestedOn);
}
