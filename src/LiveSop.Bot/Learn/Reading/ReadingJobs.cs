using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>The jobs that ask Slack for what was not heard.</summary>
internal sealed class ReadingJobs(ReadDirectory directory, ReadChannel channel, CatchUp catchUp, TellProgress tell)
{
    public Task<JobEnd> ReadAsync(WorkspaceId workspace, Job.ReadChannel job, CancellationToken stop) => channel.RunAsync(workspace, job.Reading, stop);

    public Task ReadDirectoryAsync(WorkspaceId workspace, CancellationToken stop) => directory.RunAsync(workspace, stop);

    public Task CatchUpAsync(WorkspaceId workspace, Job.CatchUp job, CancellationToken stop) => catchUp.RunAsync(workspace, job.Since, stop);

    public Task GiveUpAsync(UnitOfWork unit, Job.ReadChannel job, CancellationToken stop) => tell.GiveUpAsync(unit, job.Reading, stop);
}
