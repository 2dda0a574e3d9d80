using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Audience.Configuring;

/// <summary>Writes down what was set of a space.</summary>
internal sealed class SpaceBook(UnitOfWork unit, WorkspaceId workspace, SpaceId space)
{
    /// <summary>Whoever saves settings takes turns, until the transaction ends.</summary>
    public static Task LockAsync(UnitOfWork unit, WorkspaceId workspace, CancellationToken stop) =>
        unit.ReadAsync("SELECT pg_advisory_xact_lock(hashtextextended('spaces of ' || $1, 0))::text", _ => 0, stop, workspace.Value);

    /// <param name="before">What whoever saves could see: only that can they take away.</param>
    public async Task WriteAsync(SpaceForm before, SpaceForm typed, UserId by, DateTimeOffset now, CancellationToken stop)
    {
        await unit.RunAsync("""
            INSERT INTO spaces (workspace_id, space_id, name, is_default, retention_days, answer_minutes, language, created_at) VALUES ($1, $2, $3, false, $4, $5, $6, $7)
            ON CONFLICT (workspace_id, space_id) DO UPDATE SET name = excluded.name, retention_days = excluded.retention_days, answer_minutes = excluded.answer_minutes, language = excluded.language
            """, stop, workspace.Value, space.Value, typed.Name, typed.Days, typed.Minutes, typed.Language, now);
        await ChannelsAsync([.. before.Channels.Except(typed.Channels)], typed.Channels, stop);
        await PeopleAsync(typed, by, now, stop);
    }

    private async Task ChannelsAsync(IReadOnlyList<ChannelId> taken, IReadOnlyList<ChannelId> given, CancellationToken stop)
    {
        await unit.RunAsync("DELETE FROM space_channels WHERE workspace_id = $1 AND space_id = $2 AND channel_id = ANY($3)", stop, workspace.Value, space.Value, taken.Select(one => one.Value).ToArray());
        await unit.RunAsync("""
            INSERT INTO space_channels (workspace_id, channel_id, space_id) SELECT $1, unnest($3::text[]), $2
            ON CONFLICT (workspace_id, channel_id) DO UPDATE SET space_id = excluded.space_id
            """, stop, workspace.Value, space.Value, given.Select(one => one.Value).ToArray());
    }

    private async Task PeopleAsync(SpaceForm typed, UserId by, DateTimeOffset now, CancellationToken stop)
    {
        var (users, roles) = (typed.People.Keys.Select(one => one.Value).ToArray(), typed.People.Values.Select(one => one.ToString().ToLowerInvariant()).ToArray());
        await unit.RunAsync("DELETE FROM space_roles WHERE workspace_id = $1 AND space_id = $2 AND user_id <> ALL($3)", stop, workspace.Value, space.Value, users);
        await unit.RunAsync("""
            INSERT INTO space_roles AS r (workspace_id, space_id, user_id, role, granted_by, granted_at) SELECT $1, $2, t.*, $5, $6 FROM unnest($3::text[], $4::text[]) AS t (user_id, role)
            ON CONFLICT (workspace_id, space_id, user_id) DO UPDATE SET role = excluded.role, granted_by = excluded.granted_by, granted_at = excluded.granted_at WHERE r.role <> excluded.role
            """, stop, workspace.Value, space.Value, users, roles, by.Value, now);
    }
}
