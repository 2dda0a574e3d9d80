using System.Text;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living.Pages;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>Learns from a file whose owner has confirmed it, and tells them in one message what came of it. The file itself is not kept beyond that.</summary>
internal sealed class MineImport(Database database, TimeProvider time)
{
    public async Task RunAsync(WorkItem item, Job.MineImport job, CancellationToken stop)
    {
        if (await RowAsync(item, job, stop) is not { Content: { } content, SpaceId: { } space } given) return;
        var plan = ImportPlan.Read(given.Columns);
        var found = plan.IsPage ? null : await FindAsync(given.Name, content, plan, stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var now = time.GetUtcNow();
        var answer = found is null
            ? await new KeepPage(unit, new(item.Workspace, given.UserId), now).KeepAsync(given, WikiPage.Read(Encoding.UTF8.GetString(content), given.UserId.Value).Procedure!, stop)
            : ImportCard.Found(given, found, await new KeepFindings(unit, item.Workspace, now) { ImportedInto = space }.KeepAsync(found.Sops, [EvidencePlace.Of(space)], stop));
        await TellAsync(unit, given, answer, now, stop);
        await unit.CommitAsync(stop);
    }

    public static async Task GiveUpAsync(UnitOfWork unit, WorkItem item, Job.MineImport job, DateTimeOffset now, CancellationToken stop)
    {
        if (await unit.Db.Imports.FirstOrDefaultAsync(one => one.ImportId == job.Import, stop) is { } row)
            await new Effects(unit, item.Workspace, now).AddAsync($"{ImportActions.Card(job.Import)}:given-up", new Effect.Edit(null, ImportActions.Card(job.Import), ImportCard.GivenUp(row)), stop);
    }

    /// <returns>Null where it was learned from already.</returns>
    private async Task<ImportRow?> RowAsync(WorkItem item, Job.MineImport job, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        return await unit.Db.Imports.AsNoTracking().FirstOrDefaultAsync(one => one.ImportId == job.Import && one.State == ImportState.Confirmed && one.Content != null, stop);
    }

    private static async Task<Discoveries> FindAsync(string name, byte[] content, ImportPlan plan, CancellationToken stop)
    {
        using var file = await TempFile.WriteAsync(name, content, stop);
        var messages = new List<Message>();
        await foreach (var message in History.ReadAsync(file.Path, plan.Options, new ImportTally(), stop)) messages.Add(message);
        // Mining knows of no cancellation: it is left at its next word of progress, and not waited for.
        return await Task.Run(() => SopMiner.Mine(messages, _ => stop.ThrowIfCancellationRequested()), stop).WaitAsync(stop);
    }

    private static async Task TellAsync(UnitOfWork unit, ImportRow row, SlackMessage answer, DateTimeOffset now, CancellationToken stop)
    {
        var card = ImportActions.Card(row.ImportId);
        var effects = new Effects(unit, row.WorkspaceId, now);
        await effects.AddAsync($"{card}:done", new Effect.Edit(null, card, ImportCard.Done(row)), stop);
        await effects.AddAsync($"{card}:found", new Effect.Direct(row.UserId, answer), stop);
        await unit.Db.Imports.Where(one => one.ImportId == row.ImportId).ExecuteUpdateAsync(one => one.SetProperty(import => import.Content, (byte[]?)null), stop);
    }
}
