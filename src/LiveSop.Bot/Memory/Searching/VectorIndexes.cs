using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Memory.Searching;

/// <summary>
/// Which workspaces have so many incidents that an index of their vectors was made. Each has one of its own: row security has nothing to drop from it, and smaller
/// workspaces, which compare one by one, do not pay for it when they remember.
/// </summary>
internal sealed class VectorIndexes(TimeProvider time)
{
    public const string Prefix = "ix_incident_vectors_near_";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (bool Has, long At)> known = new(StringComparer.Ordinal);

    public async Task<bool> HasAsync(UnitOfWork unit, WorkspaceId workspace, string model, CancellationToken stop)
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
