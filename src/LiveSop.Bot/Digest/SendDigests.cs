using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Digest;

/// <summary>Sends the digests that are due in a workspace, once for each person and day however often it is asked.</summary>
internal sealed partial class SendDigests(Database database, Subscribers subscribers, WriteDigest writing, TimeProvider time, ILogger<SendDigests> log)
{
    public async Task RunAsync(WorkspaceId workspace, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        foreach (var due in await DueAsync(workspace, now, stop)) await TrySendAsync(workspace, due, now, stop);
    }

    private async Task<IReadOnlyList<DueDigest>> DueAsync(WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var due = await subscribers.DueAsync(unit, workspace, now, stop);
        await unit.CommitAsync(stop);
        return due;
    }

    /// <summary>The one catch around a person: one whose digest fails keeps no other waiting. It is due again at the next round.</summary>
    private async Task TrySendAsync(WorkspaceId workspace, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            await SendAsync(workspace, due, now, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotSent(log, workspace, due.User, e.GetType().Name);
        }
    }

    private async Task SendAsync(WorkspaceId workspace, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        var written = await writing.WriteAsync(workspace, due, now, stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        if (!await Subscribers.ClaimAsync(unit, new(workspace, due.User), due.Day, stop)) return;
        if (written is not null) await written.TellAsync(new Effects(unit, workspace, now), stop);
        await unit.CommitAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The digest of {User} in {Workspace} could not be made ({Reason}); trying again at the next round.")]
    private static partial void NotSent(ILogger log, WorkspaceId workspace, UserId user, string reason);
}
