using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Respond;

/// <summary>
/// Somebody took the app out of the workspace, or its tokens back. What was heard may be old, or about a person's token and not the bot's, so it is only
/// doubted here whether Slack still wants us; Slack is then asked.
/// </summary>
internal sealed class FollowInstallation(Connections connections) : ISlackHandler<SlackEvent.AppUninstalled>, ISlackHandler<SlackEvent.TokensRevoked>
{
    public Task HandleAsync(SlackEvent.AppUninstalled payload, SlackContext context, CancellationToken stop) => DoubtAsync(context);

    public Task HandleAsync(SlackEvent.TokensRevoked payload, SlackContext context, CancellationToken stop) => DoubtAsync(context);

    private Task DoubtAsync(SlackContext context)
    {
        connections.Doubt(context.Workspace);
        return Task.CompletedTask;
    }
}
