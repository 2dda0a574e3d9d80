using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn;

/// <summary>Which slice does which job.</summary>
internal sealed class LearningJobs(Connections connections, ReadDirectory directory, ReadChannel channel, MineChannel mining)
{
    public IEnumerable<WorkspaceId> Workspaces => connections.Workspaces;

    public Task RunAsync(WorkItem item, Job job, CancellationToken stop) => job switch
    {
        Job.ReadDirectory => directory.RunAsync(item.Workspace, stop),
        Job.ReadChannel read => channel.RunAsync(item.Workspace, read.Channel, stop),
        Job.Mine mine => mining.RunAsync(item, mine, stop),
        _ => throw new InvalidOperationException($"A job of an unknown kind: {job.GetType().Name}."),
    };
}
