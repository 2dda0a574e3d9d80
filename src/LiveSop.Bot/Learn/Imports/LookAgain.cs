using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>Its owner has named the columns of a file: the preview shows what is read so. Where nothing is, it says why, and the columns can be named again.</summary>
internal sealed class LookAgain(Database database, Connections connections, Authorities authorities, TimeProvider time)
{
    public async Task RunAsync(WorkItem item, Job.LookAgain job, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var context = SlackContext.InJob(connections.Of(item.Workspace).Installation, unit, item.Item, time.GetUtcNow());
        if (await unit.Db.Imports.FirstOrDefaultAsync(one => one.ImportId == job.Import && one.State == ImportState.Offered, stop) is not { Content: { } content } row) return;
        var offered = await ImportSpaces.OfAsync(context, authorities, row.UserId, stop);
        var (preview, plan) = await ImportPreview.OfAsync(row.Name, content, ImportPlan.Read(row.Columns), row.UserId.Value, stop);
        row.Columns = plan.Write();
        var shown = preview is ImportPreview.Unusable bad ? ImportCard.Again(row, bad.Why) : offered.Refusal is { } refusal ? SlackMessage.Of(refusal) : ImportCard.Render(row, preview, offered.Spaces);
        await context.Effects.AddAsync($"look-again:{item.Item}", new Effect.Edit(null, ImportActions.Card(row.ImportId), shown), stop);
        await unit.CommitAsync(stop);
    }
}
