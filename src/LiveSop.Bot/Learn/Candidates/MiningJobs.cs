using LiveSop.Bot.Learn.Nightly;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>Looking for procedures: when somebody asks, and every night.</summary>
internal sealed class MiningJobs(MineChannel asked, MineWorkspace nightly)
{
    public Task RunAsync(WorkItem item, Job job, CancellationToken stop) => job switch
    {
        Job.Mine mine => asked.RunAsync(item, mine, stop),
        Job.MineWorkspace => nightly.RunAsync(item, stop),
        _ => throw new InvalidOperationException($"Not a job of mining: {job.GetType().Name}."),
    };
}
