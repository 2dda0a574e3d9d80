using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Memory;

/// <summary>
/// Remembers the incidents of channels in which something was said, edited or deleted since it last looked: only the threads and the stretches of talk that changed are cut
/// anew. What is no incident any more is forgotten. Then gives vectors to whatever has none of the embedder in use.
/// </summary>
internal sealed class RememberTalk(Database database, Meanings meanings)
{
    /// <summary>Un-threaded talk that goes on may have begun so long before.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(3);

    private const int MostVectors = 256;

    // What changed in the channel since then, by the thread or the message that it belongs to.
    private const string Changed = """
        SELECT DISTINCT coalesce(thread_ts, ts) FROM messages WHERE workspace_id = $1 AND channel_id = $2
          AND (posted_at > $3 OR deleted_at > $3 OR edited_ts > $4)
        """;

    public static Task<bool> AnyAsync(UnitOfWork unit, CancellationToken stop) =>
        unit.Db.Channels.AnyAsync(one => one.BotIsMember && one.TalkedAt != null && (one.RememberedAt == null || one.RememberedAt < one.TalkedAt), stop);

    public async Task<JobEnd> RunAsync(WorkspaceId workspace, CancellationToken stop)
    {
        foreach (var channel in await ChannelsAsync(workspace, stop)) await RememberAsync(workspace, channel, stop);
        return await GiveVectorsAsync(workspace, stop) == MostVectors ? new JobEnd.Later(TimeSpan.Zero) : JobEnd.Finished;
    }

    /// <summary>Where the past is being read, that is waited for.</summary>
    private async Task<List<ChannelRow>> ChannelsAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await unit.Db.Channels.AsNoTracking()
            .Where(one => one.TalkedAt != null && (one.RememberedAt == null || one.RememberedAt < one.TalkedAt) && !unit.Db.Readings.Any(reading => reading.ChannelId == one.ChannelId && reading.EndedAt == null))
            .ToListAsync(stop);
    }

    private async Task RememberAsync(WorkspaceId workspace, ChannelRow channel, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var book = new IncidentBook(unit, workspace, channel.ChannelId);
        // A reading brings old messages: after one, and where nothing is remembered yet, all is cut.
        var since = await unit.Db.Readings.AnyAsync(one => one.ChannelId == channel.ChannelId && one.EndedAt > channel.RememberedAt, stop) ? null : channel.RememberedAt - Overlap;
        if (since is { } from) await book.KeepAsync(await TouchedAsync(unit, workspace, channel.ChannelId, from, stop), stop);
        else await book.ReplaceAsync(IncidentSplitter.Split(await Talk.ReadAsync(unit, [channel.ChannelId], DateTimeOffset.MinValue, stop)), stop);
        await unit.RunAsync("UPDATE channels SET remembered_at = $3 WHERE workspace_id = $1 AND channel_id = $2", stop, workspace.Value, channel.ChannelId.Value, channel.TalkedAt);
        await unit.CommitAsync(stop);
    }

    private static async Task<Touched> TouchedAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, DateTimeOffset since, CancellationToken stop)
    {
        var roots = await unit.ReadAsync(Changed, row => row.GetString(0), stop, workspace.Value, channel.Value, since, $"{since.ToUnixTimeSeconds()}.000000");
        var talk = await Talk.ReadRootsAsync(unit, channel, roots, since - Overlap, stop);
        return new(IncidentSplitter.Split(talk), roots, since);
    }

    /// <returns>To how many vectors were given.</returns>
    private async Task<int> GiveVectorsAsync(WorkspaceId workspace, CancellationToken stop)
    {
        List<(string Id, string Channel, string Request)> bare;
        await using (var unit = await database.BeginAsync(new Scope.Miner(workspace), stop)) bare = await IncidentBook.WithoutVectorAsync(unit, workspace, meanings.Model, MostVectors, stop);
        if (bare.Count == 0) return 0;
        var vectors = await meanings.OfAsync([.. bare.Select(one => one.Request)], stop);
        await using var writing = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await IncidentBook.GiveAsync(writing, workspace, meanings.Model, [.. bare.Zip(vectors, (one, vector) => (one.Id, one.Channel, vector))], stop);
        await writing.CommitAsync(stop);
        return bare.Count;
    }
}

/// <summary>What changed in a channel.</summary>
/// <param name="Talks">Those that it may concern, cut anew.</param>
/// <param name="Roots">The threads and messages that changed.</param>
/// <param name="Since">All un-threaded talk from then on is among <paramref name="Talks"/>.</param>
internal sealed record Touched(IReadOnlyList<Incident> Talks, IReadOnlyList<string> Roots, DateTimeOffset Since);
