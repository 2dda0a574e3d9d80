using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Memory;

/// <summary>What keeps incidents searchable. Where no vectors can be had, everything else goes on, and they are made when they can.</summary>
internal sealed partial class MemoryJobs(RememberTalk remembering, IncidentVectors vectors, Database database, TimeProvider time, ILogger<MemoryJobs> log)
{
    private static readonly TimeSpan AfterOutage = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(15);

    public async Task<JobEnd> RunAsync(WorkItem item, Job job, CancellationToken stop)
    {
        try
        {
            await (job is Job.Remember remember ? remembering.RunAsync(item.Workspace, remember.Thoroughly, stop) : vectors.MakeAsync(item.Workspace, null, stop));
            return JobEnd.Finished;
        }
        catch (EmbeddingException e)
        {
            Waits(log, item.Workspace, e.Message);
            var wait = e.IsOutage ? AfterOutage : AfterRefusal;
            if (job is Job.Embed) return new JobEnd.Later(wait);
            await AskAsync(item.Workspace, time.GetUtcNow() + wait, stop);
            return JobEnd.Finished;
        }
    }

    private async Task AskAsync(WorkspaceId workspace, DateTimeOffset due, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        if (await unit.IsWaitingAsync<Job.Embed>(workspace, stop)) return;
        await new Jobs(unit, workspace, time.GetUtcNow()).AddAsync($"embed:{due.UtcTicks}", new Job.Embed(), due, stop);
        await unit.CommitAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Incidents of {Workspace} wait for their vectors and are found by words alone until then. {Reason}")]
    private static partial void Waits(ILogger log, WorkspaceId workspace, string reason);
}
