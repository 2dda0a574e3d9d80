using System.Globalization;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Hosting;

/// <summary>Writes down which workspaces are connected, for this process and for the database.</summary>
internal sealed class WorkspaceBook(Database database, Connections connections, WorkSignals signals, TimeProvider time, Attendance attendance)
{
    public Attendance Attendance => attendance;

    /// <summary>From here on its work is done here. Who is there and who may read what is asked first: it may have changed while nobody listened.</summary>
    public async Task OpenAsync(Connection connection, CancellationToken stop)
    {
        var (installation, now) = (connection.Installation, time.GetUtcNow());
        await using var unit = await database.BeginAsync(new Scope.Miner(installation.Workspace), stop);
        await unit.RunAsync("""
            INSERT INTO workspaces (workspace_id, name, domain, url, bot_user_id, bot_id, app_id, connected_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'connected')
            ON CONFLICT (workspace_id) DO UPDATE SET name = excluded.name, domain = excluded.domain, url = excluded.url, bot_user_id = excluded.bot_user_id, bot_id = excluded.bot_id,
              app_id = excluded.app_id, connected_at = excluded.connected_at, state = excluded.state, state_reason = NULL, left_at = NULL
            """, stop, installation.Workspace.Value, installation.WorkspaceName ?? "", Domain(installation.Url), installation.Url ?? "", installation.Self.User.Value,
            installation.Self.BotId ?? "", installation.Self.AppId ?? "", now);
        // One that waits will read what is there then; after a row of crashes one is enough.
        if (!await unit.IsWaitingAsync<Job.ReadDirectory>(installation.Workspace, stop))
            await new Jobs(unit, installation.Workspace, now).AddAsync($"directory:{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}", new Job.ReadDirectory(), stop);
        await new Jobs(unit, installation.Workspace, now).AddAsync($"remember:connected:{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}", new Job.Remember(Thoroughly: true), stop);
        await unit.CommitAsync(stop);
        connections.Open(connection);
        signals.Wake(QueueKind.Job);
    }

    /// <param name="hasLeft">The app was taken out of it: the days of grace begin, unless they have already.</param>
    public async Task CloseAsync(WorkspaceId workspace, string reason, bool hasLeft, CancellationToken stop)
    {
        connections.Close(workspace);
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await unit.RunAsync("UPDATE workspaces SET state = 'stopped', state_reason = $2 WHERE workspace_id = $1", stop, workspace.Value, reason);
        if (hasLeft) await LeaveAsync(unit, workspace, stop);
        await unit.CommitAsync(stop);
    }

    private async Task LeaveAsync(UnitOfWork unit, WorkspaceId workspace, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await unit.RunAsync("UPDATE workspaces SET left_at = coalesce(left_at, $2) WHERE workspace_id = $1", stop, workspace.Value, now);
        await new Jobs(unit, workspace, now).AddAsync($"leave:{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}", new Job.Leave(), stop);
    }

    private static string Domain(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host.Split('.')[0] : "";
}
