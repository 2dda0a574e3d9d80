using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Home;

/// <summary>Somebody looks at the bot's own page, or searches there.</summary>
internal sealed class ShowHome(PublishHome home) : ISlackHandler<SlackEvent.AppHomeOpened>, ISlackHandler<SlackPayload.BlockActions>
{
    private const string HomeTab = "home";

    public Task HandleAsync(SlackEvent.AppHomeOpened payload, SlackContext context, CancellationToken stop) =>
        payload.Tab == HomeTab ? home.PublishAsync(context, payload.User, null, stop) : Task.CompletedTask;

    public Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop) =>
        home.PublishAsync(context, payload.Actor.User, payload.Actions.FirstOrDefault(one => HomeActions.Search.Is(one.ActionId))?.Value.AsText, stop);
}
