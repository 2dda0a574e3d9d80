using System.Collections.Concurrent;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Memory;

namespace LiveSop.Bot.Memory.Searching;

/// <param name="Incidents">In the whole workspace.</param>
internal sealed record KnownWords(WordStatistics Statistics, int Incidents);

/// <summary>
/// How common each word is in a workspace's incidents, counted on a sample of them now and then. It is counted over all channels: what somebody finds does not
/// depend on it, only the order; and no word is ever shown from it.
/// </summary>
internal sealed class WordBook(Database database, TimeProvider time)
{
    private const int Sample = 3_000;

    /// <summary>Workspaces that were searched last; another is counted again.</summary>
    private const int MostKept = 100;

    private static readonly TimeSpan WhileSmall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhileLarge = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<WorkspaceId, (KnownWords Words, long At)> kept = new();

    public async Task<KnownWords> OfAsync(WorkspaceId workspace, CancellationToken stop)
    {
        if (kept.TryGetValue(workspace, out var known) && time.GetElapsedTime(known.At) < (known.Words.Incidents < Sample ? WhileSmall : WhileLarge)) return known.Words;
        var counted = await CountAsync(workspace, stop);
        if (kept.Count >= MostKept && kept.OrderBy(one => one.Value.At).FirstOrDefault() is { Key.Value: not null } oldest) kept.TryRemove(oldest.Key, out _);
        kept[workspace] = (counted, time.GetTimestamp());
        return counted;
    }

    private async Task<KnownWords> CountAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var incidents = (await unit.ReadAsync("SELECT count(*)::int FROM incidents WHERE workspace_id = $1", row => row.GetInt32(0), stop, workspace.Value))[0];
        var every = Math.Max(1, incidents / Sample);
        var sample = $"FROM incidents WHERE workspace_id = {Sql.Quoted(workspace.Value)} AND abs(hashtext(incident_id)) % {every} = 0";
        var size = every == 1 ? incidents : (await unit.ReadAsync($"SELECT count(*)::int {sample}", row => row.GetInt32(0), stop))[0];
        // A word of one incident is as rare as one of none.
        var counts = await unit.ReadAsync("SELECT word, ndoc FROM ts_stat($1) WHERE ndoc > 1 AND word NOT LIKE '=%'", row => (Word: row.GetString(0), Count: row.GetInt32(1)), stop, $"SELECT words {sample}");
        return new(new WordStatistics(size, counts.ToDictionary(one => one.Word, one => one.Count, StringComparer.Ordinal)), incidents);
    }
}
