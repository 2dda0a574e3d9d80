using LiveSop.Bot.Audience;
using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Versions;

/// <summary><c>/sop restore</c> and “Restore”: an earlier version becomes a draft and goes before the approvers. Nothing is in force before one of them decides.</summary>
internal sealed class RestoreVersion(Authorities authorities, SendForReview sending) : ISlackHandler<SlackPayload.BlockActions>
{
    private static readonly SlackAction callback = new("version.restore.view");
    private static readonly PlainText title = PlainText.Of($"Restore");

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Making a draft of that version …"));

    public async Task AnswerAsync(SopCommand.Restore asked, Asker asker, CancellationToken stop)
    {
        var found = await asker.ReadAsync(unit => Shelf.FindAsync(unit, asked.Sop, stop), stop);
        await asker.TellAsync(found is Lookup.One { Found.Sop: var sop }
            ? Slack.Blocks.SlackMessage.Of(await RestoreAsync(asker.Context, asker.User, new(sop.SopId, asked.Version), stop))
            : ShowSop.NotOne(found));
    }

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = VersionKey.Of(payload, VersionActions.Restore) is { } key && await IsVisibleAsync(context, payload.Actor.User, key.Sop, stop)
            ? Say(await RestoreAsync(context, payload.Actor.User, key, stop))
            : SopModal.Gone();
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private static async Task<bool> IsVisibleAsync(SlackContext context, UserId user, SopId id, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var isVisible = await context.Unit.Db.Sops.AnyAsync(one => one.SopId == id, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return isVisible;
    }

    /// <summary>They may read it: that was asked.</summary>
    private async Task<Mrkdwn> RestoreAsync(SlackContext context, UserId user, VersionKey key, CancellationToken stop)
    {
        var sop = await SopTurns.TakeAsync(context, key.Sop, stop);
        if (sop is null) return Mrkdwn.Of($"This procedure is not there any more. Nothing was restored.");
        var authority = await authorities.OfAsync(context.Unit, context.Workspace, user, stop);
        if (authority.May(Deed.Edit, sop.SpaceId.Value) is Clearance.Refused refused) return await Refusal.WordsAsync(context, authorities, refused, stop);
        var versions = await context.Unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId).ToDictionaryAsync(one => one.Version, one => one.Body, stop);
        if (sop.Version is not { } inForce || !versions.TryGetValue(key.Version, out var earlier)) return Missing(sop, key.Version, versions.Count);
        if (key.Version == inForce && sop.State == SopState.Published) return Mrkdwn.Of($"{SopText.Name(sop)}\nVersion {inForce} is the one in force: there is nothing to restore.");
        var next = await NextStepAsync(context.Unit, sop, versions.Values, stop);
        var body = ProcedureFormat.Write(Restoring.Of(ProcedureFormat.Read(earlier), ProcedureFormat.Read(versions[inForce]), next));
        return await ProposeAsync(context, user, sop, (key.Version, body), stop);
    }

    private async Task<Mrkdwn> ProposeAsync(SlackContext context, UserId user, SopRow sop, (int Version, string Body) earlier, CancellationToken stop)
    {
        var reason = sop.State == SopState.Retired ? $"Version {earlier.Version} again: it would bring the procedure back into use." : $"Version {earlier.Version} again, in place of version {sop.Version}.";
        if (await context.Unit.Db.Drafts.AnyAsync(one => one.SopId == sop.SopId && one.State == DraftState.Waiting && one.Kind == DraftKind.Restored && one.BaseVersion == sop.Version && one.Reason == reason, stop))
            return Mrkdwn.Of($"{SopText.Name(sop)}\nVersion {earlier.Version} was asked for already; its approvers have the draft before them.");
        var draft = new DraftRow
        {
            WorkspaceId = context.Workspace,
            DraftId = new(Guid.CreateVersion7(context.Now)),
            SopId = sop.SopId,
            Kind = DraftKind.Restored,
            State = DraftState.Found,
            BaseVersion = sop.Version,
            Revision = 1,
            Body = earlier.Body,
            Reason = reason,
            CreatedBy = user,
            CreatedAt = context.Now,
        };
        context.Unit.Db.Add(draft);
        return Asked(sop, earlier.Version, await sending.SendAsync(context.Unit, draft, sop.SpaceId, context.Now, stop));
    }

    /// <summary>Above every number that a version or a draft has given to a step.</summary>
    private static async Task<int> NextStepAsync(UnitOfWork unit, SopRow sop, IEnumerable<string> versions, CancellationToken stop) =>
        versions.Concat(await unit.Db.Drafts.Where(one => one.SopId == sop.SopId).Select(one => one.Body).ToListAsync(stop)).Max(body => ProcedureFormat.Read(body).NextStep);

    private static Mrkdwn Asked(SopRow sop, int version, IReadOnlyList<UserId> asked) => asked.Count == 0
        ? Mrkdwn.Of($"{SopText.Name(sop)}\nVersion {version} is a draft now, but *nobody was asked:* no approver of its space may read it. `/sop show {sop.Number}` shows how it stands.")
        : Mrkdwn.Of($"{SopText.Name(sop)}\nVersion {version} is a draft now. *Asked for a decision:* {Mrkdwn.Join(Mrkdwn.Of($", "), [.. asked.Select(one => Mrkdwn.Of($"{one}"))], 5)}. Until then nothing changes.");

    private static Mrkdwn Missing(SopRow sop, int version, int last) => last == 0
        ? Mrkdwn.Of($"{SopText.Name(sop)}\nThere is no version to restore: nobody has approved it yet.")
        : Mrkdwn.Of($"{SopText.Name(sop)}\nThere is no version {version}: `/sop history {sop.Number}` lists them.");

    private static Modal Say(Mrkdwn text) => new(callback, title, [new Section(text)]) { Close = PlainText.Of($"Close") };
}
