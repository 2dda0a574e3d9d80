using System.Globalization;
using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Memory.Indexing;

/// <summary>
/// Brings what was said, edited and deleted among the incidents that can be searched, some seconds after it was heard, and cuts anew only the talk in which something changed.
/// How far it is stands in the workspace's row.
/// </summary>
internal sealed class RememberTalk(Database database, IncidentVectors vectors, TimeProvider time)
{
    /// <summary>Whatever is heard within such a span is remembered together, at its end.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(10);

    /// <summary>A transaction that began before another may end after it: so far back is looked again.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan ThoroughOverlap = TimeSpan.FromDays(2);

    public static Task HearAsync(SaidMessage message, SlackContext context, CancellationToken stop)
    {
        context.Transcript.Hear(message);
        return AskAsync(context.Jobs, context.Now, stop);
    }

    /// <summary>In the transaction in which something is heard.</summary>
    public static Task AskAsync(Jobs jobs, DateTimeOffset now, CancellationToken stop)
    {
        var span = now.UtcTicks / Together.Ticks;
        return jobs.AddAsync($"remember:{span.ToString(CultureInfo.InvariantCulture)}", new Job.Remember(), new DateTimeOffset((span + 1) * Together.Ticks, TimeSpan.Zero).AddSeconds(1), stop);
    }

    /// <exception cref="EmbeddingException">All is remembered, and what has no vector yet is found by its words alone.</exception>
    public async Task RunAsync(WorkspaceId workspace, bool isThorough, CancellationToken stop)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (isThorough) await RememberAsync(workspace, await OpenAsync(workspace, stop), null, touched, stop);
        var known = await KnownAsync(workspace, stop);
        var last = From(known, isThorough ? ThoroughOverlap : Overlap);
        while (await NextAsync(workspace, last, stop) is { Count: > 0 } changes)
        {
            last = changes[^1];
            await RememberAsync(workspace, changes, (known, last.HeardAt), touched, stop);
            known = known > last.HeardAt ? known : last.HeardAt;
        }
        await vectors.MakeAsync(workspace, isThorough ? null : touched, stop);
    }

    private async Task<DateTimeOffset?> KnownAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await unit.Db.Workspaces.Select(one => one.RememberedTo).SingleOrDefaultAsync(stop);
    }

    private static Changed From(DateTimeOffset? known, TimeSpan overlap) =>
        new(default, default, null, default, known is { } to && to - DateTimeOffset.UnixEpoch > overlap ? to - overlap : DateTimeOffset.UnixEpoch);

    private async Task<List<Changed>> OpenAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await Changes.OpenAsync(unit, workspace, stop);
    }

    private async Task<List<Changed>> NextAsync(WorkspaceId workspace, Changed last, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await Changes.AfterAsync(unit, workspace, last, stop);
    }

    /// <param name="progress">From where to where that is; null where it is none.</param>
    private async Task RememberAsync(WorkspaceId workspace, List<Changed> changes, (DateTimeOffset? From, DateTimeOffset To)? progress, HashSet<string> touched, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var shelf = new IncidentShelf(unit, workspace, time.GetUtcNow());
        foreach (var channel in changes.GroupBy(one => one.Channel))
        {
            var talk = await ChangedTalk.ReadAsync(unit, workspace, channel.Key, [.. channel], stop);
            await shelf.PutAsync(talk, stop);
            touched.UnionWith(talk.Incidents.Select(one => one.Id));
        }
        if (progress is var (from, to)) await ProgressAsync(unit, workspace, from, to, stop);
        await unit.CommitAsync(stop);
    }

    // Whoever erased something meanwhile has set it back: then all is gone through again next time.
    private static Task ProgressAsync(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset? from, DateTimeOffset to, CancellationToken stop) =>
        unit.Db.Workspaces.Where(one => one.WorkspaceId == workspace && one.RememberedTo == from && (one.RememberedTo == null || one.RememberedTo < to)).ExecuteUpdateAsync(one => one.SetProperty(row => row.RememberedTo, to), stop);
}
