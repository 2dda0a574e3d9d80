using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Audience;

/// <summary>Who may what, as it is now: asked at every command, press and submission, never kept. Needs the workspace's miner scope.</summary>
internal sealed class Authorities(AccessSettings settings)
{
    public async Task<Authority> OfAsync(UnitOfWork unit, WorkspaceId workspace, UserId user, CancellationToken stop)
    {
        var person = await unit.Db.People.AsNoTracking().FirstOrDefaultAsync(one => one.UserId == user, stop);
        if (person is null) return Authority.Stranger;
        if (person.IsDeleted) return Authority.Nobody;
        var roles = await unit.Db.SpaceRoles.AsNoTracking().Where(one => one.UserId == user).ToDictionaryAsync(one => one.SpaceId.Value, one => one.Role, stop);
        var isMember = person.Standing == Standing.Member;
        return new(isMember, isMember && (person.IsAdmin || person.IsOwner || settings.IsAdmin(user)), roles, Spaces.Default(workspace).Value);
    }

    /// <summary>Everybody who has at least that role in a space, admins among them; the same whoever asks.</summary>
    public async Task<IReadOnlyList<UserId>> WithAsync(UnitOfWork unit, WorkspaceId workspace, SpaceId space, Role least, CancellationToken stop)
    {
        var people = await unit.Db.People.AsNoTracking().Where(one => !one.IsDeleted && one.Standing != Standing.App).ToListAsync(stop);
        var roles = (await unit.Db.SpaceRoles.AsNoTracking().Where(one => one.SpaceId == space).ToListAsync(stop)).ToDictionary(one => one.UserId, one => one.Role);
        return [.. people.Where(Has).OrderBy(one => one.UserId.Value, StringComparer.Ordinal).Select(one => one.UserId)];

        bool Has(PersonRow person)
        {
            var isMember = person.Standing == Standing.Member;
            var own = roles.TryGetValue(person.UserId, out var role) ? new Dictionary<Guid, Role> { [space.Value] = role } : [];
            return new Authority(isMember, isMember && (person.IsAdmin || person.IsOwner || settings.IsAdmin(person.UserId)), own, Spaces.Default(workspace).Value).In(space.Value) >= least;
        }
    }
}
