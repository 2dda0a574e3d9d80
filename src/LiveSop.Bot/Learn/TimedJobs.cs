using LiveSop.Bot.Digest;
using LiveSop.Bot.Learn.Retention;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Respond.Unanswered;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn;

/// <summary>What is done because its time has come.</summary>
internal sealed class TimedJobs(SendDigests digests, Retain retaining, MindRequests minding, MemoryJobs memory, TimeProvider time)
{
    public Task<JobEnd> RunAsync(WorkItem item, Job job, CancellationToken stop) => job switch
    {
        Job.SendDigests => WholeAsync(digests.RunAsync(item.Workspace, stop)),
        Job.MindRequests => WholeAsync(minding.RunAsync(item.Workspace, stop)),
        Job.Retain => WholeAsync(retaining.RunAsync(item.Workspace, time.GetUtcNow(), stop)),
        Job.Remember or Job.Embed => memory.RunAsync(item, job, stop),
        _ => throw new InvalidOperationException($"Not a job of the timetable: {job.GetType().Name}."),
    };

    private static async Task<JobEnd> WholeAsync(Task job)
    {
        await job;
        return JobEnd.Finished;
    }
}
