using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Versions;

/// <summary><c>/sop diff</c> and “What changed”: two versions side by side, to whoever asked.</summary>
internal sealed class CompareVersions : ISlackHandler<SlackPayload.BlockActions>
{
    public static async Task AnswerAsync(SopCommand.Diff asked, Asker asker, CancellationToken stop)
    {
        var found = await asker.ReadAsync(unit => Shelf.FindAsync(unit, asked.Sop, stop), stop);
        await asker.TellAsync(found is Lookup.One { Found.Sop: var sop }
            ? DiffCard.Message(await asker.ReadAsync(unit => VersionDiff.OfAsync(unit, sop, asked.From, asked.To, stop), stop))
            : ShowSop.NotOne(found));
    }

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, payload.Actor.User), stop);
        var content = VersionKey.Of(payload, VersionActions.Changes) is { } key && await Shelf.FindAsync(context.Unit, key.Sop, stop) is { Sop: var sop }
            ? DiffCard.Modal(await VersionDiff.OfAsync(context.Unit, sop, null, key.Version, stop))
            : SopModal.Gone();
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }
}
