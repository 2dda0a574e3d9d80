using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>“Which SOP is this?”, chosen on a message: looks for its thread among the cases of what is known, as far as who chose it may see that now.</summary>
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

    public static async Task<ProcedureOfThread> FindAsync(UnitOfWork unit, Scope.Viewer viewer, ThreadId thread, CancellationToken stop)
    {
        await unit.EnterAsync(viewer, stop);
        var found = await FindAsync(unit, thread.ToString(), (thread.Channel.Value, thread.Ts.Value), stop);
        await unit.EnterAsync(new Scope.Miner(viewer.Workspace), stop);
        return found;
    }

    /// <summary>What is in force comes before drafts, what was mined from more cases before what was saved from one.</summary>
    private static async Task<ProcedureOfThread> FindAsync(UnitOfWork unit, string talk, (string Place, string Ts) message, CancellationToken stop)
    {
        var place = new EvidencePlace(message.Place);
        var ids = await unit.Db.SopCases.Where(one => one.CaseId == talk).Select(one => one.SopId)
            .Union(unit.Db.Evidence.Where(one => one.Place == place && one.Ts == message.Ts).Select(one => one.SopId)).ToListAsync(stop);
        var sops = await unit.Db.Sops.AsNoTracking().Where(one => ids.Contains(one.SopId) && (one.State == SopState.Published || one.State == SopState.Draft)).ToListAsync(stop);
        var known = new List<Shelved>();
        foreach (var sop in sops)
            if (await Shelf.ShelvedAsync(unit, sop, stop) is { } shelved) known.Add(shelved);
        if (known.OrderByDescending(one => one.Sop.State == SopState.Published).ThenByDescending(one => one.Procedure.Cases).ThenBy(one => one.Sop.Number).FirstOrDefault() is { } best) return new ProcedureOfThread.Known(best);
        return await unit.Db.Sops.AnyAsync(stop) ? new ProcedureOfThread.None() : new ProcedureOfThread.NothingKnown();
    }
}

/// <summary>What is known of the procedure behind a thread.</summary>
internal abstract record ProcedureOfThread
{
    private ProcedureOfThread() { }

    /// <summary>The thread is one of its cases.</summary>
    public sealed record Known(Shelved Shelved) : ProcedureOfThread;

    /// <summary>It is among the cases of none.</summary>
    public sealed record None : ProcedureOfThread;

    /// <summary>There is no procedure yet that the asker may see.</summary>
    public sealed record NothingKnown : ProcedureOfThread;
}
