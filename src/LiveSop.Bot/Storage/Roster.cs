using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage.Mappings;

namespace LiveSop.Bot.Storage;

/// <summary>Somebody as the roster keeps them.</summary>
internal sealed record Listed(UserId User, string Name, string RealName, string? Title, string? TimeZone, Standing Standing)
{
    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsDeleted { get; init; }

    /// <param name="workspace">Whose roster it is: whoever belongs to another is external.</param>
    public static Listed Of(SlackUser person, WorkspaceId workspace) => new(
        person.Id, Plain.Name(person.Name) ?? Unknown.Name, Plain.Name(person.RealName) ?? Plain.Name(person.Name) ?? Unknown.Name, Plain.Name(person.Title), person.TimeZone, StandingOf(person, workspace))
    {
        IsAdmin = person.IsAdmin,
        IsOwner = person.IsOwner,
        IsDeleted = person.IsDeleted,
    };

    private static Standing StandingOf(SlackUser person, WorkspaceId workspace) => person switch
    {
        { IsBot: true } => Standing.App,
        { IsStranger: true } => Standing.External,
        { Workspace: { } home } when home != workspace => Standing.External,
        { IsSingleChannelGuest: true } => Standing.SingleChannelGuest,
        { IsGuest: true } => Standing.Guest,
        _ => Standing.Member,
    };
}

/// <summary>A channel as the roster keeps it.</summary>
internal sealed record ListedChannel(ChannelId Channel, string? Name, ChannelKind Kind)
{
    public bool IsArchived { get; init; }

    public bool IsSharedExternally { get; init; }

    public bool BotIsMember { get; init; }

    public DateTimeOffset? Created { get; init; }

    public static ListedChannel Of(SlackChannel channel) => new(channel.Id, Plain.Name(channel.Name), KindOf(channel))
    {
        IsArchived = channel.IsArchived,
        IsSharedExternally = channel.IsExternallyShared,
        BotIsMember = channel.IsMember,
        Created = channel.Created,
    };

    private static ChannelKind KindOf(SlackChannel channel) => channel switch
    {
        { IsDirect: true } => ChannelKind.Im,
        { IsGroupDirect: true } => ChannelKind.Mpim,
        { IsPrivate: true } => ChannelKind.Private,
        _ => ChannelKind.Public,
    };
}

/// <summary>Who and what there is in a workspace, and who is where: what decides who may read what.</summary>
internal static class Roster
{
    public static Task ListAsync(this UnitOfWork unit, WorkspaceId workspace, IReadOnlyList<Listed> people, DateTimeOffset now, CancellationToken stop) => unit.RunAsync("""
        INSERT INTO people (workspace_id, user_id, name, real_name, title, time_zone, standing, is_admin, is_owner, is_deleted, updated_at)
        SELECT $1, t.*, $2 FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bool[], $10::bool[], $11::bool[])
          AS t(user_id, name, real_name, title, time_zone, standing, is_admin, is_owner, is_deleted)
        ON CONFLICT (workspace_id, user_id) DO UPDATE SET name = excluded.name, real_name = excluded.real_name, title = excluded.title, time_zone = excluded.time_zone,
          standing = excluded.standing, is_admin = excluded.is_admin, is_owner = excluded.is_owner, is_deleted = excluded.is_deleted, updated_at = excluded.updated_at
        """, stop, workspace.Value, now,
        people.Select(one => one.User.Value).ToArray(), people.Select(one => one.Name).ToArray(), people.Select(one => one.RealName).ToArray(),
        people.Select(one => one.Title).ToArray(), people.Select(one => one.TimeZone).ToArray(), people.Select(one => SnakeCase.Of(one.Standing.ToString())).ToArray(),
        people.Select(one => one.IsAdmin).ToArray(), people.Select(one => one.IsOwner).ToArray(), people.Select(one => one.IsDeleted).ToArray());

    public static Task ListAsync(this UnitOfWork unit, WorkspaceId workspace, ListedChannel channel, CancellationToken stop) => unit.RunAsync("""
        INSERT INTO channels (workspace_id, channel_id, name, kind, is_archived, is_shared_externally, bot_is_member, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (workspace_id, channel_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, is_archived = excluded.is_archived,
          is_shared_externally = excluded.is_shared_externally, bot_is_member = excluded.bot_is_member,
          created_at = coalesce(excluded.created_at, channels.created_at)
        """, stop, workspace.Value, channel.Channel.Value, channel.Name, SnakeCase.Of(channel.Kind.ToString()), channel.IsArchived, channel.IsSharedExternally, channel.BotIsMember, channel.Created);

    /// <summary>The bot is in the channel from now on. Until Slack has said what kind of channel it is, it counts as private: nobody reads it who should not.</summary>
    /// <returns>When it had left; null where it had not, or never was there.</returns>
    public static async Task<DateTimeOffset?> EnterAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, CancellationToken stop)
    {
        var left = await unit.ReadAsync("SELECT left_at FROM channels WHERE workspace_id = $1 AND channel_id = $2 FOR UPDATE",
            row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), stop, workspace.Value, channel.Value);
        await unit.RunAsync("""
            INSERT INTO channels (workspace_id, channel_id, kind, is_archived, is_shared_externally, bot_is_member) VALUES ($1, $2, 'private', false, false, true)
            ON CONFLICT (workspace_id, channel_id) DO UPDATE SET bot_is_member = true, left_at = NULL
            """, stop, workspace.Value, channel.Value);
        return left.FirstOrDefault();
    }

    /// <summary>Exactly these are in the channel.</summary>
    public static async Task SeatAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, IReadOnlyList<UserId> members, CancellationToken stop)
    {
        var ids = members.Select(member => member.Value).Distinct(StringComparer.Ordinal).ToArray();
        await unit.RunAsync("DELETE FROM channel_members WHERE workspace_id = $1 AND channel_id = $2 AND user_id <> ALL($3)", stop, workspace.Value, channel.Value, ids);
        await unit.RunAsync("INSERT INTO channel_members (workspace_id, channel_id, user_id) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING", stop, workspace.Value, channel.Value, ids);
    }

    public static Task JoinAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, UserId member, CancellationToken stop) =>
        unit.RunAsync("INSERT INTO channel_members (workspace_id, channel_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", stop, workspace.Value, channel.Value, member.Value);

    public static Task LeaveAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, UserId member, CancellationToken stop) =>
        unit.RunAsync("DELETE FROM channel_members WHERE workspace_id = $1 AND channel_id = $2 AND user_id = $3", stop, workspace.Value, channel.Value, member.Value);

    /// <summary>The bot is no longer in the channel.</summary>
    public static Task ExitAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, DateTimeOffset now, CancellationToken stop) =>
        unit.RunAsync("UPDATE channels SET bot_is_member = false, left_at = coalesce(left_at, $3) WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, channel.Value, now);

    /// <summary>The bot is in none but these: of the others it was put out while nobody listened, at the earliest after the last thing it heard there.</summary>
    /// <returns>Those it is no longer in.</returns>
    public static Task<List<ChannelId>> ExitOthersAsync(this UnitOfWork unit, WorkspaceId workspace, IEnumerable<ChannelId> mine, DateTimeOffset now, CancellationToken stop) => unit.ReadAsync("""
        UPDATE channels c SET bot_is_member = false,
          left_at = coalesce((SELECT max(posted_at) FROM messages m WHERE m.workspace_id = c.workspace_id AND m.channel_id = c.channel_id), $3)
        WHERE workspace_id = $1 AND bot_is_member AND channel_id <> ALL($2) RETURNING channel_id
        """, row => new ChannelId(row.GetString(0)), stop, workspace.Value, mine.Select(channel => channel.Value).ToArray(), now);

    /// <summary>From now on only its members read it. That a channel became public is believed only when Slack is asked.</summary>
    public static Task CloseAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, CancellationToken stop) =>
        unit.RunAsync("UPDATE channels SET kind = 'private' WHERE workspace_id = $1 AND channel_id = $2 AND kind = 'public'", stop, workspace.Value, channel.Value);

    public static Task RenameAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, string name, CancellationToken stop) =>
        unit.RunAsync("UPDATE channels SET name = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, channel.Value, name);

    public static Task ArchiveAsync(this UnitOfWork unit, WorkspaceId workspace, ChannelId channel, bool isArchived, CancellationToken stop) =>
        unit.RunAsync("UPDATE channels SET is_archived = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, channel.Value, isArchived);
}
