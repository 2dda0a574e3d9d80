using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Running;
using SlackMessage = LiveSop.Bot.Slack.Blocks.SlackMessage;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>“Hand over”: somebody else takes the run in hand, and is told so with a link. It must be somebody who may work on it.</summary>
internal sealed class HandOverRun(AdvanceRun desk) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public static readonly SlackAction Callback = new("run.hand_over.view");

    private static readonly SlackAction Choice = new("run.hand_over.choice");
    private static readonly PlainText Title = PlainText.Of($"Hand over");

    /// <summary>It is whole when it opens.</summary>
    public static Modal? Opening(SlackPayload pressed) => pressed is SlackPayload.BlockActions actions && RunPress.Read(actions) is { } press ? Ask(press.Run) : null;

    private static Modal Ask(Guid run) => new(Callback, Title,
    [
        new Input(PlainText.Of($"To whom?"), new UsersSelect(Choice)) { BlockId = "To" },
        new Context(Mrkdwn.Of($"They are told in our conversation, with a link to the thread.")),
    ], PlainText.Of($"Hand over"))
    {
        Close = PlainText.Of($"Cancel"),
        PrivateMetadata = RunActions.Key(run).Value,
    };

    public static Modal Saving() => Say(Mrkdwn.Of($"Handing over …"));

    public Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop) => Task.CompletedTask;

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        if (ActionKey.Parts(payload.View.PrivateMetadata, 1) is not [var id] || !Guid.TryParse(id, out var run) || payload.View.State["To"].AsText is not { } to) return;
        var said = await GiveAsync(run, new(to), payload.Actor.User, context, stop);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(Say(said))), stop);
    }

    private async Task<Mrkdwn> GiveAsync(Guid run, UserId to, UserId by, SlackContext context, CancellationToken stop)
    {
        if (await desk.OpenAsync(run, by, context, stop) is not ({ } view, _)) return (await desk.OpenAsync(run, by, context, stop)).Refusal;
        if (await desk.OpenAsync(run, to, context, stop) is (null, _)) return Mrkdwn.Of($"{to} may not work on cases here: somebody who is a responder of this space may. Nothing was handed over.");
        if (view.Run.HandOver(to.Value, by.Value, context.Now) is not RunChange.Changed { Run: var changed }) return Mrkdwn.Of($"{to} has it in hand already, or it is over.");
        await RunBook.KeepAsync(view, changed, context, stop);
        await context.Effects.AddAsync($"handed:{context.Key}", new Effect.Direct(to, await NoteAsync(view, by, context.Unit, stop)), stop);
        return Mrkdwn.Of($"*Handed over* to {to}, who is told.");
    }

    private static async Task<SlackMessage> NoteAsync(RunView view, UserId by, UnitOfWork unit, CancellationToken stop)
    {
        var links = await Permalinks.OfAsync(unit, stop);
        var thread = links?.Of(EvidencePlace.Of(view.Row.ChannelId), view.Row.Ts.Value, "the thread") is { } link ? Mrkdwn.Of($"{link}") : Mrkdwn.Of($"its thread in {view.Row.ChannelId}");
        return SlackMessage.Of(Mrkdwn.Of($"{by} handed a case to you: {SopText.Name(view.Sop)}, {view.List.Progress.Done} of {view.List.Progress.Required} steps done. Go on in {thread}."));
    }

    private static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };
}
