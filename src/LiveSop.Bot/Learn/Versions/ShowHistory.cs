using LiveSop.Bot.Audience;
using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Learn.Versions;

/// <summary><c>/sop history</c> and “History”: what became of a procedure, to whoever asked.</summary>
internal sealed class ShowHistory(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task AnswerAsync(SopReference reference, Asker asker, CancellationToken stop)
    {
        var found = await asker.ReadAsync(unit => Shelf.FindAsync(unit, reference, stop), stop);
        if (found is not Lookup.One { Found.Sop: var sop }) await asker.TellAsync(ShowSop.NotOne(found));
        else await asker.TellAsync(HistoryCard.Message(await asker.ReadAsync(unit => SopHistory.OfAsync(unit, sop, stop), stop), await MayRestoreAsync(asker.Context, asker.User, sop, stop)));
    }

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = await OpenSop.FindAsync(payload, VersionActions.History, context, stop) is { Sop: var sop } ? await ReadAsync(sop, payload.Actor.User, context, stop) : SopModal.Gone();
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private async Task<Modal> ReadAsync(SopRow sop, UserId viewer, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, viewer), stop);
        var history = await SopHistory.OfAsync(context.Unit, sop, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return HistoryCard.Modal(history, await MayRestoreAsync(context, viewer, sop, stop));
    }

    private async Task<bool> MayRestoreAsync(SlackContext context, UserId user, SopRow sop, CancellationToken stop) =>
        (await authorities.OfAsync(context.Unit, context.Workspace, user, stop)).May(Deed.Edit, sop.SpaceId.Value) is Clearance.Granted;
}
