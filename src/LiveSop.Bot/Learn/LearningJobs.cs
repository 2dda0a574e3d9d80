using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
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

    /// <summary>Whoever waits for it is told that it will not come.</summary>
    public static async Task GiveUpAsync(UnitOfWork unit, WorkItem item, DateTimeOffset now, CancellationToken stop)
    {
        if (await unit.FindAsync(item, stop) is not Job.Mine mine) return;
        await new Effects(unit, item.Workspace, now).AddAsync($"{mine.Answer}:given-up", new Effect.Edit(mine.Channel, mine.Answer, CandidateCard.GivenUp()), stop);
    }
}
