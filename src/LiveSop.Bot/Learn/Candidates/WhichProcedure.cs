using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>“Which SOP is this?”, chosen on a message: looks for its thread among the cases of what was mined last, as far as who chose it may see that now.</summary>
internal sealed class WhichProcedure : ISlackHandler<SlackPayload.MessageShortcut>
{
    public static readonly SlackAction Shortcut = new("livesop_which");

    public async Task HandleAsync(SlackPayload.MessageShortcut payload, SlackContext context, CancellationToken stop)
    {
        var viewer = new Scope.Viewer(context.Workspace, payload.Actor.User);
        var access = await ThreadAccess.OfAsync(context.Unit, viewer, payload.Channel, stop);
        var content = access is ThreadAccess.Granted
            ? WhichModal.Render(await FindAsync(context.Unit, viewer, ThreadId.Of(payload), stop))
            : WhichModal.Frame.Refuse(access, context.Installation.Self.User);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private static async Task<ProcedureOfThread> FindAsync(UnitOfWork unit, Scope.Viewer viewer, ThreadId thread, CancellationToken stop)
    {
        await unit.EnterAsync(viewer, stop);
        var readable = (await unit.Db.Channels.Select(one => one.ChannelId).ToListAsync(stop)).ToHashSet();
        var saved = await CaptureStore.FindAsync(unit, thread, stop);
        await unit.EnterAsync(new Scope.Miner(viewer.Workspace), stop);
        var findings = (await CandidateStore.NewestAsync(unit, viewer.Workspace, stop)).FindAll(finding => IsFor(viewer.User, finding, readable));
        var holding = await CandidateStore.HoldingAsync(unit, viewer.Workspace, findings.Select(finding => finding.Job), thread.ToString(), stop);
        // Shown to one place, it may quote others that are closed to who asks now.
        var mined = holding.Where(list => list.Sources is { } sources && sources.All(readable.Contains)).SelectMany(list => list.Candidates).FirstOrDefault(one => one.Evidence?.Contains(thread.ToString()) ?? false);
        return (mined, saved, findings.Count) switch
        {
            ({ } candidate, _, _) => new ProcedureOfThread.Mined(candidate),
            (_, { } capture, _) => new ProcedureOfThread.Saved(capture),
            (_, _, 0) => new ProcedureOfThread.NothingMined(),
            _ => new ProcedureOfThread.None(),
        };
    }

    private static bool IsFor(UserId viewer, Finding finding, HashSet<ChannelId> readable) => finding.Place.Value.StartsWith('D') ? finding.Asker == viewer : readable.Contains(finding.Place);
}

/// <summary>What is known of the procedure behind a thread.</summary>
internal abstract record ProcedureOfThread
{
    private ProcedureOfThread() { }

    /// <summary>The thread is one of the cases that it was mined from.</summary>
    public sealed record Mined(Candidate Candidate) : ProcedureOfThread;

    /// <summary>Somebody saved the thread as a procedure of its own.</summary>
    public sealed record Saved(SavedCapture Capture) : ProcedureOfThread;

    /// <summary>It is among the cases of none.</summary>
    public sealed record None : ProcedureOfThread;

    /// <summary>Nothing was mined yet that the asker may see.</summary>
    public sealed record NothingMined : ProcedureOfThread;
}
