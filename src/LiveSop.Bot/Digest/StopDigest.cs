using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Digest;

/// <summary>“Stop these”: one press, and no more digests come. It says how to get them back.</summary>
internal sealed class StopDigest : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var user = payload.Actor.User;
        await Subscribers.StoreAsync(context.Unit, new Scope.Viewer(context.Workspace, user), wants: false, at: null, stop);
        await context.Effects.AddAsync($"digest-stopped:{context.Key}", new Effect.Direct(user, Stopped()), stop);
    }

    private static Slack.Blocks.SlackMessage Stopped() => new(Mrkdwn.Of($"No more digests come. /sop digest brings them back."),
    [
        new Section(Mrkdwn.Of($"*No more digests come.* `/sop digest` brings them back; my Home shows the same at any time."))
        {
            Accessory = new Button(DigestActions.Change, PlainText.Of($"Get them back")),
        },
    ]);
}
