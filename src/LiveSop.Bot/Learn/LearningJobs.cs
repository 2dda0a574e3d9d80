using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Imports;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn;

/// <summary>Which slice does which job.</summary>
internal sealed class LearningJobs(Connections connections, ReadingJobs reading, MiningJobs mining, FileJobs files, TimedJobs timed)
{
    public IEnumerable<WorkspaceId> Workspaces => connections.Workspaces;

    public Task<JobEnd> RunAsync(WorkItem item, Job job, CancellationToken stop) => job switch
    {
        Job.ReadDirectory => WholeAsync(reading.ReadDirectoryAsync(item.Workspace, stop)),
        Job.ReadChannel read => reading.ReadAsync(item, read, stop),
        Job.CatchUp missed => WholeAsync(reading.CatchUpAsync(item.Workspace, missed, stop)),
        Job.Mine or Job.MineWorkspace or Job.Capture => WholeAsync(mining.RunAsync(item, job, stop)),
        Job.Export or Job.Picture or Job.TakeFile or Job.LookAgain or Job.MineImport => WholeAsync(files.RunAsync(item, job, stop)),
        Job.Retain or Job.SendDigests or Job.MindRequests or Job.Remember or Job.Embed => timed.RunAsync(item, job, stop),
        Job.Leave => Task.FromResult(JobEnd.Finished),
        _ => throw new InvalidOperationException($"A job of an unknown kind: {job.GetType().Name}."),
    };

    private static async Task<JobEnd> WholeAsync(Task job)
    {
        await job;
        return JobEnd.Finished;
    }

    /// <summary>Whoever waits for it is told that it will not come.</summary>
    public async Task GiveUpAsync(UnitOfWork unit, WorkItem item, DateTimeOffset now, CancellationToken stop)
    {
        switch (await unit.FindAsync(item, stop))
        {
            case (Job.Export or Job.TakeFile or Job.MineImport) and var file:
                await FileJobs.GiveUpAsync(unit, item, file, now, stop);
                break;
            case Job.Mine mine:
                await new Effects(unit, item.Workspace, now).AddAsync($"{mine.Answer}:given-up", new Effect.Edit(mine.Channel, mine.Answer, CandidateCard.GivenUp()), stop);
                break;
            case Job.ReadChannel read:
                await reading.GiveUpAsync(unit, read, stop);
                break;
            case Job.Capture capture:
                await CaptureThread.GiveUpAsync(unit, item.Workspace, capture, now, stop);
                break;
        }
    }
}
