using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>The numbers by which people name procedures: counted up in each workspace, never given twice.</summary>
internal static class SopNumbers
{
    /// <summary>Whoever adds procedures or decides what a finding is takes turns, until the transaction ends.</summary>
    public static Task LockAsync(UnitOfWork unit, WorkspaceId workspace, CancellationToken stop) =>
        unit.ReadAsync("SELECT pg_advisory_xact_lock(hashtextextended('sops of ' || $1, 0))::text", _ => 0, stop, workspace.Value);

    /// <summary>Under <see cref="LockAsync"/>.</summary>
    public static async Task<int> NextAsync(UnitOfWork unit, WorkspaceId workspace, CancellationToken stop) =>
        (await unit.ReadAsync("SELECT coalesce(max(number), 0)::int + 1 FROM sops WHERE workspace_id = $1", row => row.GetInt32(0), stop, workspace.Value))[0];
}
