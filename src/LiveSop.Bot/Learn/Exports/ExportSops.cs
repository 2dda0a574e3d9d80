using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Pictures;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Exports;

/// <summary>
/// <c>/sop export</c>: the procedures in force that the asker may read, as a zip in their conversation with the bot. Slack has the file before anybody is
/// shown it, and showing it is an effect: a job that is done twice shows it once.
/// </summary>
internal sealed class ExportSops(Database database, Connections connections, PictureSettings pictures, TimeProvider time)
{
    public static async Task AskAsync(SopReference? reference, Asker asker, CancellationToken stop)
    {
        var found = reference is null ? null : await asker.ReadAsync(unit => Shelf.FindAsync(unit, reference, stop), stop);
        if (found is not null and not Lookup.One)
        {
            await asker.TellAsync(ShowSop.NotOne(found));
            return;
        }
        if (found is Lookup.One { Found.Sop: { State: not SopState.Published } draft })
        {
            await asker.TellAsync(SlackMessage.Of(Mrkdwn.Of($"{SopText.Name(draft)} is not in force, so there is nothing to export: an export holds what was approved.")));
            return;
        }
        await asker.Context.Jobs.AddAsync($"export:{asker.Context.Key}", new Job.Export(asker.User, (found as Lookup.One)?.Found.Sop.SopId.Value), stop);
        await asker.TellAsync(SlackMessage.Of(Mrkdwn.Of($"I am writing the pages. You get them as a file, in our direct messages.")));
    }

    /// <summary>What they may read is asked now: it may have changed since they asked.</summary>
    public async Task RunAsync(WorkItem item, Job.Export job, CancellationToken stop)
    {
        var sops = await ReadAsync(item.Workspace, job, stop);
        if (sops.Count == 0)
        {
            await TellAsync(item, new Effect.Direct(job.Asker, SlackMessage.Of(Mrkdwn.Of($"There is nothing to export: no procedure is in force that you may read. `/sop list` shows the drafts."))), stop);
            return;
        }
        var made = await ExportFolder.WriteAsync(sops, pictures.Dot, stop);
        var name = sops is [var only] && job.Sop is not null ? $"{only.Stem}.zip" : "procedures.zip";
        var file = await connections.Of(item.Workspace).Api.Files.UploadAsync(new OutgoingFile(name, made.Zip, name), stop);
        await TellAsync(item, new Effect.ShareDirect(job.Asker, new FileBody(name, name, AltText: null, Content: null), Comment(sops.Count, made.Troubles).Text, Uploaded: file), stop);
    }

    public static Task GiveUpAsync(UnitOfWork unit, WorkItem item, Job.Export job, DateTimeOffset now, CancellationToken stop) => new Effects(unit, item.Workspace, now).AddAsync(
        $"export:{item.Item}:given-up", new Effect.Direct(job.Asker, SlackMessage.Of(Mrkdwn.Of($"I could not write the export: something went wrong on my side, several times. Whoever runs me finds the reason in my log; `/sop export` tries again."))), stop);

    private async Task<IReadOnlyList<ExportedSop>> ReadAsync(WorkspaceId workspace, Job.Export job, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Viewer(workspace, job.Asker), stop);
        return await ExportedSop.ReadAsync(unit, job.Sop is { } id ? new SopId(id) : null, stop);
    }

    private async Task TellAsync(WorkItem item, Effect effect, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        await new Effects(unit, item.Workspace, time.GetUtcNow()).AddAsync($"export:{item.Item}", effect, stop);
        await unit.CommitAsync(stop);
    }

    private static Mrkdwn Comment(int sops, IReadOnlyList<string> troubles) => Mrkdwn.Join(Mrkdwn.Of($" "),
    [
        sops == 1 ? Mrkdwn.Of($"One procedure, as it is in force now.") : Mrkdwn.Of($"{sops} procedures, as they are in force now: every one that you may read."),
        .. troubles.Take(3).Select(trouble => Mrkdwn.Of($"{(UntrustedText)trouble}")),
    ]);
}
