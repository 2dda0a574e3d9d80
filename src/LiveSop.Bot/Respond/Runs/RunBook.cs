using System.Globalization;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Running;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>Reads and writes runs, and keeps the message that shows one true: in the request's thread, or, where it may not stand there, with whoever has the run in hand.</summary>
internal static class RunBook
{
    /// <summary>With its row locked until the transaction ends: who presses at the same time waits.</summary>
    /// <returns>Null where it is not there any more, or its procedure is not.</returns>
    public static async Task<RunView?> OpenAsync(UnitOfWork unit, WorkspaceId workspace, Guid run, CancellationToken stop)
    {
        await unit.ReadAsync("SELECT 1 FROM runs WHERE workspace_id = $1 AND run_id = $2 FOR UPDATE", row => row.GetInt32(0), stop, workspace.Value, run);
        return await unit.Db.Runs.FirstOrDefaultAsync(one => one.RunId == run, stop) is { } row ? await ViewAsync(unit, row, stop) : null;
    }

    /// <summary>The one that goes on in a thread; null where none does.</summary>
    public static async Task<RunView?> GoingOnAsync(UnitOfWork unit, ChannelId channel, MessageTs ts, CancellationToken stop)
    {
        var row = await unit.Db.Runs.Where(one => one.ChannelId == channel && one.Ts == ts && one.FinishedAt == null).OrderByDescending(one => one.StartedAt).FirstOrDefaultAsync(stop);
        return row is null ? null : await ViewAsync(unit, row, stop);
    }

    public static async Task<RunView?> ViewAsync(UnitOfWork unit, RunRow row, CancellationToken stop)
    {
        var sop = await unit.Db.Sops.AsNoTracking().FirstOrDefaultAsync(one => one.SopId == row.SopId, stop);
        var body = await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == row.SopId && one.Version == row.Version).Select(one => one.Body).FirstOrDefaultAsync(stop);
        return sop is null || body is null ? null : new(row, RunFormat.Read(row.Body), sop, ProcedureFormat.Read(body));
    }

    /// <summary>Writes down what a run has become, and shows it.</summary>
    /// <param name="before">Its row is tracked.</param>
    public static async Task KeepAsync(RunView before, Run run, SlackContext context, CancellationToken stop)
    {
        var row = before.Row;
        (row.Body, row.OwnerId, row.FinishedAt) = (RunFormat.Write(run), new(run.Owner), run.Finished?.At);
        var view = before with { Run = run };
        await ShowAsync(new(row, run, view.Sop, view.Procedure), context, stop);
        await context.Unit.Db.SaveChangesAsync(stop);
    }

    /// <summary>In its own message where it has one, else in the match's.</summary>
    public static async Task ShowAsync(RunView view, SlackContext context, CancellationToken stop)
    {
        var row = view.Row;
        if (row.Card is { } own)
        {
            row.CardEdition++;
            await context.Effects.AddAsync($"{own}:{row.CardEdition.ToString(CultureInfo.InvariantCulture)}", new Effect.Edit(null, own, RunCard.Render(view)), stop);
        }
        else if (await ConsiderRequest.FindAsync(context.Unit, row.ChannelId, row.Ts, stop) is { } match) await new CardBook(context.Effects).ShowAsync(match, RunCard.Render(view), stop);
    }
}
