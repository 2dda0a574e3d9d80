using LiveSop.Bot.Commands;
using LiveSop.Bot.Home;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Digest;

/// <summary>“Change the hour”, in the digest and on Home, or <c>/sop digest</c>: everybody sets their own.</summary>
internal sealed class ChangeDigest(Subscribers subscribers, PublishHome home) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public static Modal? Opening(SlackPayload.SlashCommand typed) => CommandText.Parse(typed.Text, DateOnly.MaxValue) is SopCommand.Digest ? DigestModal.Opening(typed) : null;

    /// <summary>Typed, it opened the modal; said in a mention, there is a button to press.</summary>
    public Task AnswerAsync(Asker asker, CancellationToken stop) => asker.HasModal
        ? ShowAsync(asker.Context, asker.User, stop)
        : asker.TellAsync(new Slack.Blocks.SlackMessage(Mrkdwn.Of($"Your daily digest: type /sop digest."), [new Section(Mrkdwn.Of($"Whether your daily digest comes, and when:")) { Accessory = new Button(DigestActions.Change, PlainText.Of($"Change the hour")) }]));

    public Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop) => ShowAsync(context, payload.Actor.User, stop);

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        var (user, form) = (payload.Actor.User, DigestModal.Form.Of(payload.View));
        if (await SettingAsync(context, user, stop) is not null) await Subscribers.StoreAsync(context.Unit, new Scope.Viewer(context.Workspace, user), form.Wants, form.At, stop);
        await FillAsync(context, await SettingAsync(context, user, stop) is { } kept ? DigestModal.Kept(kept) : Unknown(), stop);
        await home.PublishAsync(context, user, null, stop);
    }

    private async Task ShowAsync(SlackContext context, UserId user, CancellationToken stop) =>
        await FillAsync(context, await SettingAsync(context, user, stop) is { } setting ? DigestModal.Render(setting) : Unknown(), stop);

    private Task<DigestSetting?> SettingAsync(SlackContext context, UserId user, CancellationToken stop) => subscribers.OfAsync(context.Unit, context.Workspace, user, stop);

    private static Modal Unknown() => DigestModal.Say(Mrkdwn.Of($"I do not know you yet: I read who is here when I am started. Please try again in a minute."));

    private static Task FillAsync(SlackContext context, Modal content, CancellationToken stop) =>
        context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
}
