using System.Text;
using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Editing.Pages;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>A file that somebody gave the bot directly: a page of ours that comes back, a page of a wiki, a log. Nothing is learned from it here.</summary>
internal sealed class TakeFile(Database database, Connections connections, Authorities authorities, TakePage pages, TimeProvider time)
{
    /// <summary>Each file of a message is looked at by itself.</summary>
    public static async Task ReceiveAsync(Slack.Payloads.SlackMessage message, ChannelId room, UserId author, SlackContext context, CancellationToken stop)
    {
        foreach (var file in message.Files)
            if (file.Id is { } id) await context.Jobs.AddAsync($"file:{room}:{message.Ts}:{id}", new Job.TakeFile(author, room, message.ThreadTs, id), stop);
    }

    public async Task RunAsync(WorkItem item, Job.TakeFile job, CancellationToken stop)
    {
        var slack = connections.Of(item.Workspace);
        var refusal = await RefusalAsync(slack, item, job, stop);
        var given = refusal is null ? await FetchAsync(slack.Api, job.File, stop) : new Fetched("", null, refusal);
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var context = SlackContext.InJob(slack.Installation, unit, item.Item, time.GetUtcNow());
        var answer = given.Content is { } content ? await AnswerAsync(context, job.User, Guid.Parse(item.Item), (given.Name, content), stop) : given.Refusal!;
        await context.Effects.AddAsync(ImportActions.Card(Guid.Parse(item.Item)), new Effect.Post(job.Room, job.Thread, answer), stop);
        await unit.CommitAsync(stop);
    }

    public static Task GiveUpAsync(UnitOfWork unit, WorkItem item, Job.TakeFile job, DateTimeOffset now, CancellationToken stop) => new Effects(unit, item.Workspace, now).AddAsync(
        $"file:{item.Item}:given-up", new Effect.Post(job.Room, job.Thread, SlackMessage.Of(Mrkdwn.Of($"I could not read this file: something went wrong on my side, several times. Whoever runs me finds the reason in my log; nothing was kept of it."))), stop);

    /// <summary>Guests, and people of other companies, bring nothing: that they may write to me does not make their files the team's.</summary>
    private async Task<SlackMessage?> RefusalAsync(Connection slack, WorkItem item, Job.TakeFile job, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var authority = await authorities.OfAsync(unit, item.Workspace, job.User, stop);
        if (authority.IsMember) return null;
        return !authority.IsKnown ? SlackMessage.Of(RefusalCard.Stranger) : SlackMessage.Of(Mrkdwn.Of($"Only members of this workspace may bring me files, and you are a guest here, so I did not look at it. Ask one of them to bring it."));
    }

    /// <param name="Content">Null where it was refused.</param>
    private sealed record Fetched(string Name, byte[]? Content, SlackMessage? Refusal);

    private static async Task<Fetched> FetchAsync(SlackApi api, string id, CancellationToken stop)
    {
        var name = "This file";
        try
        {
            var file = await api.Files.InfoAsync(id, stop);
            name = TempFile.Safe(file.Name);
            if (file.IsGone || file.Mode == "hidden_by_limit") return Refused(name, "It is not there any more.");
            if (file.Size > Imported.MostBytes) return Refused(name, TooLong);
            using var content = new MemoryStream();
            await api.Files.DownloadAsync(file, content, Imported.MostBytes, stop);
            return content.Length == 0 ? Refused(name, "It is empty.") : new(name, content.ToArray(), null);
        }
        catch (SlackCallException e) when (e.Failure is SlackFailure.TargetGone)
        {
            return Refused(name, e.Code == "file_too_long" ? TooLong : "Slack does not hold it itself, or it is not there any more: upload it to our direct messages.");
        }
        catch (SlackCallException e) when (e.Code == "file_not_found" || e.Code == "file_deleted")
        {
            return Refused(name, "It is not there any more.");
        }
    }

    private static Fetched Refused(string name, string why) => new(name, null, ImportCard.Unusable(name, why));

    private static string TooLong => $"It is larger than {Imported.MostMegabytes} MB; cut it by time or by project, and bring the parts. Larger ones are read with “livesop mine” where I run.";

    private async Task<SlackMessage> AnswerAsync(SlackContext context, UserId user, Guid import, (string Name, byte[] Content) file, CancellationToken stop)
    {
        var isShort = file.Content.LongLength <= Imported.MostOfPage;
        if (isShort && PageMark.In(Encoding.UTF8.GetString(file.Content)) is { } mark) return await pages.TakeAsync(context, user, mark, Encoding.UTF8.GetString(file.Content), stop);
        var isPage = Path.GetExtension(file.Name).ToLowerInvariant() is ".md" or ".markdown" or ".mdown";
        if (isPage && !isShort) return ImportCard.Unusable(file.Name, $"A page may be {Imported.MostOfPage / 1024} KB long at most.");
        var offered = await ImportSpaces.OfAsync(context, authorities, user, stop);
        if (offered.Refusal is { } refusal) return SlackMessage.Of(refusal);
        var (preview, plan) = await ImportPreview.OfAsync(file.Name, file.Content, new ImportPlan(isPage, [], new ColumnNames()), user.Value, stop);
        if (preview is ImportPreview.Unusable bad) return ImportCard.Unusable(file.Name, bad.Why);
        var row = await context.Unit.Db.Imports.FirstOrDefaultAsync(one => one.ImportId == import, stop);
        if (row is null) context.Unit.Db.Add(row = New(context, user, import, file, plan));
        return ImportCard.Render(row, preview, offered.Spaces);
    }

    private static ImportRow New(SlackContext context, UserId user, Guid import, (string Name, byte[] Content) file, ImportPlan plan) => new()
    {
        WorkspaceId = context.Workspace,
        ImportId = import,
        UserId = user,
        Name = file.Name,
        State = ImportState.Offered,
        Columns = plan.Write(),
        Content = file.Content,
        CreatedAt = context.Now,
    };
}
