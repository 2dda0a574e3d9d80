using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Memory.Searching;

/// <summary>
/// Which workspaces have so many incidents that an index of their vectors was made. Each has one of its own: row security has nothing to drop from it, and smaller
/// workspaces, which compare one by one, do not pay for it when they remember.
/// </summary>
internal sealed class VectorIndexes(TimeProvider time)
{
    public const string Prefix = "ix_incident_vectors_near_";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Of a reader of more channels it is not counted how much they hold.</summary>
    private const int MostChannels = 64;

    private const string Held = """
        SELECT count(*)::int FROM (SELECT FROM unnest($2::text[]) AS place CROSS JOIN LATERAL (
            SELECT FROM incident_vectors WHERE workspace_id = $1 AND incident_id >= (place || ':') COLLATE "C" AND incident_id < (place || ';') COLLATE "C" OFFSET 0) AS near LIMIT $3) AS held
        """;

    private readonly ConcurrentDictionary<string, (bool Has, long At)> known = new(StringComparer.Ordinal);

    /// <returns>By the index where there is one, unless so little of the workspace can be read in the unit's scope that comparing is faster, and exact.</returns>
    public async Task<SoughtIncidents> RouteAsync(UnitOfWork unit, SoughtIncidents sought, CancellationToken stop)
    {
        if (!await HasAsync(unit, sought.Workspace, sought.Model, stop)) return sought;
        var channels = sought.Channels ?? (unit.Scope is Scope.Viewer ? await unit.Db.Channels.Select(one => one.ChannelId).Take(MostChannels + 1).ToListAsync(stop) : null);
        return channels is { Count: <= MostChannels } && await HeldAsync(unit, sought.Workspace, channels, stop) <= MakeVectorIndexes.MostCompared
            ? sought with { Channels = channels }
            : sought with { HasIndex = true };
    }

    private static async Task<int> HeldAsync(UnitOfWork unit, WorkspaceId workspace, IReadOnlyCollection<ChannelId> channels, CancellationToken stop) =>
        (await unit.ReadAsync(Held, row => row.GetInt32(0), stop, workspace.Value, channels.Select(one => one.Value).ToArray(), MakeVectorIndexes.MostCompared + 1))[0];

    private async Task<bool> HasAsync(UnitOfWork unit, WorkspaceId workspace, string model, CancellationToken stop)
    {
        var name = Name(workspace, model);
        if (known.TryGetValue(name, out var seen) && time.GetElapsedTime(seen.At) < Fresh) return seen.Has;
        var found = await unit.ReadAsync("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass($1)", row => row.GetBoolean(0), stop, name);
        known[name] = (found is [true], time.GetTimestamp());
        return found is [true];
    }

    /// <summary>The same for the same workspace and model; within what Postgres takes.</summary>
    public static string Name(WorkspaceId workspace, string model) =>
        $"{Prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace}\n{model}")).AsSpan(0, 12))}";
}
