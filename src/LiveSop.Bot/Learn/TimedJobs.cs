using LiveSop.Bot.Digest;
using LiveSop.Bot.Learn.Retention;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Respond.Unanswered;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn;

/// <summary>What is done because its time has come.</summary>
internal sealed class TimedJobs(SendDigests digests, Retain retaining, MindRequests minding, RememberTalk remembering, TimeProvider time)
{
    public Task<JobEnd> RememberAsync(WorkspaceId workspace, CancellationToken stop) => remembering.RunAsync(workspace, stop);

    public Task RunAsync(WorkspaceId workspace, Job job, CancellationToken stop) => job switch
    {
        Job.SendDigests => digests.RunAsync(workspace, stop),
        Job.MindRequests => minding.RunAsync(workspace, stop),
        Job.Retain => retaining.RunAsync(workspace, time.GetUtcNow(), stop),
        _ => throw new InvalidOperationException($"Not a job of the timetable: {job.GetType().Name}."),
    };
}
