using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Nightly;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>Looking for procedures: when somebody asks, every night, and in a thread that somebody saved.</summary>
internal sealed class MiningJobs(MineChannel asked, MineWorkspace nightly, CaptureThread saved)
{
    public Task RunAsync(WorkItem item, Job job, CancellationToken stop) => job switch
    {
        Job.Mine mine => asked.RunAsync(item, mine, stop),
        Job.MineWorkspace => nightly.RunAsync(item, stop),
        Job.Capture capture => saved.RunAsync(item, capture, stop),
        _ => throw new InvalidOperationException($"Not a job of mining: {job.GetType().Name}."),
    };
}
