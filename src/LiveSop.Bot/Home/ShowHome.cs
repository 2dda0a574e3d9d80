using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Home;

/// <summary>Somebody looks at the bot's own page.</summary>
internal sealed class ShowHome : ISlackHandler<SlackEvent.AppHomeOpened>
{
    private const string HomeTab = "home";

    public async Task HandleAsync(SlackEvent.AppHomeOpened payload, SlackContext context, CancellationToken stop)
    {
        if (payload.Tab != HomeTab) return;
        await context.Effects.AddAsync($"home:{context.Key}", new Effect.Publish(payload.User, BlocksJson.Node<View>(HomePage.Render(context.Installation.Self.User))), stop);
    }
}
