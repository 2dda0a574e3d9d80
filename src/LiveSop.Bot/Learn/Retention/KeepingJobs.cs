using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Learn.Retention;

/// <summary>What is done by night so that nothing is kept longer than it may be.</summary>
internal sealed class KeepingJobs(Retain retain, TimeProvider time)
{
    public Task RetainAsync(WorkspaceId workspace, CancellationToken stop) => retain.RunAsync(workspace, time.GetUtcNow(), stop);
}
