using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>Understands one thread as a procedure, keeps it, and shows in the modal what was kept. Who may is asked again now: they may have left since they chose it.</summary>
internal sealed class CaptureThread(Database database, Connections connections, ReadThread reading, TimeProvider time)
{
    public async Task RunAsync(WorkItem item, Job.Capture job, CancellationToken stop)
    {
        var slack = connections.Of(item.Workspace);
        var thread = new ThreadId(job.Channel, job.Thread);
        var refusal = await ReadAsync(slack, thread, stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var content = refusal ?? await SaveAsync(unit, new(item.Workspace, job.Saver), Guid.Parse(item.Item), (thread, slack.Installation.Self.User), stop);
        await FillAsync(unit, item.Workspace, job, content, stop);
        await unit.CommitAsync(stop);
    }

    /// <summary>Who still has the modal open is told that nothing will come.</summary>
    public static Task GiveUpAsync(UnitOfWork unit, WorkspaceId workspace, Job.Capture job, DateTimeOffset now, CancellationToken stop) =>
        new Effects(unit, workspace, now).AddAsync($"fill:{job.View}", new Effect.Fill(job.View, BlocksJson.Node<View>(CaptureModal.GivenUp())), stop);

    private Task FillAsync(UnitOfWork unit, WorkspaceId workspace, Job.Capture job, Modal content, CancellationToken stop) =>
        new Effects(unit, workspace, time.GetUtcNow()).AddAsync($"fill:{job.View}", new Effect.Fill(job.View, BlocksJson.Node<View>(content)), stop);

    /// <returns>Null where the whole thread is known now; otherwise what to say.</returns>
    private async Task<Modal?> ReadAsync(Connection slack, ThreadId thread, CancellationToken stop)
    {
        try
        {
            await reading.RunAsync(slack, thread, stop);
            return null;
        }
        catch (SlackCallException e) when (e.Failure is SlackFailure.TargetGone)
        {
            return e.Code is "not_in_channel" or "channel_not_found" ? CaptureModal.Frame.Refuse(new ThreadAccess.NotInvited(), slack.Installation.Self.User) : CaptureModal.ThreadGone();
        }
    }

    /// <param name="id">For the draft. The job's own, so that a job done twice saves once.</param>
    private async Task<Modal> SaveAsync(UnitOfWork unit, Scope.Viewer saver, Guid id, (ThreadId Thread, UserId Bot) of, CancellationToken stop)
    {
        var access = await ThreadAccess.OfAsync(unit, saver, of.Thread.Channel, stop);
        if (access is not ThreadAccess.Granted granted) return CaptureModal.Frame.Refuse(access, of.Bot);
        if (!granted.IsMember) return CaptureModal.ForMembers();
        await unit.EnterAsync(saver, stop);
        var talk = await Talk.ReadThreadAsync(unit, of.Thread, of.Bot, stop);
        await unit.EnterAsync(new Scope.Miner(saver.Workspace), stop);
        if (OneCase.Of(talk) is not { } found) return CaptureModal.NothingToLearn();
        return await new KeepCapture(unit, saver, time.GetUtcNow()).KeepAsync(of.Thread, found, new DraftId(id), stop);
    }
}
