using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Learn.Library;

/// <summary>A procedure, in a modal that opened at once and is filled now with what the presser may see now.</summary>
internal sealed class OpenSop(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = await FindAsync(payload, SopActions.Open, context, stop) is { } found ? SopModal.Render(found, forApprovers: await MayDecideAsync(payload, found, context, stop)) : SopModal.Gone();
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private async Task<bool> MayDecideAsync(SlackPayload.BlockActions payload, Shelved found, SlackContext context, CancellationToken stop) =>
        (await authorities.OfAsync(context.Unit, context.Workspace, payload.Actor.User, stop)).May(Deed.Retire, found.Sop.SpaceId.Value) is Clearance.Granted;

    /// <summary>The procedure that a press is about, as far as the presser may read it; null otherwise.</summary>
    public static async Task<Shelved?> FindAsync(SlackPayload.BlockActions payload, SlackAction action, SlackContext context, CancellationToken stop)
    {
        var pressed = payload.Actions.FirstOrDefault(one => action.Is(one.ActionId));
        if (ActionKey.Parts(pressed?.Value.AsText, 1) is not [var key] || !Guid.TryParse(key, out var id)) return null;
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, payload.Actor.User), stop);
        var found = await Shelf.FindAsync(context.Unit, new SopId(id), stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return found;
    }
}
