using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>Sees what other processes put into the inbox.</summary>
/// <param name="keys">A pattern of <c>LIKE</c>.</param>
internal sealed class InboxWatch(Database database, WorkspaceId workspace, string keys, TimeProvider time)
{
    /// <summary>The clocks of two machines may differ by so much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset since = time.GetUtcNow() - ClockSkew;
    private HashSet<string> before = [];

    /// <summary>From here on what comes is new.</summary>
    public async Task BeginAsync(CancellationToken stop) => before = [.. await KeysAsync(stop)];

    public async Task<bool> HasNewAsync(CancellationToken stop) => !before.IsSupersetOf(await KeysAsync(stop));

    private async Task<List<string>> KeysAsync(CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await unit.ReadAsync("SELECT dedup_key FROM inbox WHERE workspace_id = $1 AND received_at >= $2 AND dedup_key LIKE $3", row => row.GetString(0), stop,
            workspace.Value, since, keys);
    }
}
