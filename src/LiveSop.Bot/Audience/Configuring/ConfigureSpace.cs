using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Audience.Configuring;

/// <summary><c>/sop settings</c>: the default space first, others and a new one from there. Whoever may not configure reads why.</summary>
internal sealed class ConfigureSpace(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public static Modal? Opening(SlackPayload.SlashCommand typed) =>
        CommandText.Parse(typed.Text, DateOnly.MaxValue) is SopCommand.Settings ? SettingsModal.Opening(typed) : null;

    public Task AnswerAsync(UserId user, SlackContext context, CancellationToken stop) => OpenAsync(Spaces.Default(context.Workspace), user, context, stop);

    public Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var pressed = payload.Actions.FirstOrDefault(one => SettingsActions.Space.Is(one.ActionId));
        return ActionKey.Parts(pressed?.Value.AsText, 1) switch
        {
            [SettingsModal.NewSpace] => OpenAsync(new(Guid.CreateVersion7(context.Now)), payload.Actor.User, context, stop),
            [var id] when Guid.TryParse(id, out var space) => OpenAsync(new(space), payload.Actor.User, context, stop),
            _ => Task.CompletedTask,
        };
    }

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        if (SpaceKey.Of(payload.View.PrivateMetadata) is not { } key || SpaceForm.Of(payload.View) is not { } typed) return;
        await FillAsync(await SaveAsync(key, typed, payload.Actor.User, context, stop), context, stop);
    }

    private async Task OpenAsync(SpaceId space, UserId user, SlackContext context, CancellationToken stop)
    {
        var all = await Spaces.AllAsync(context.Unit, context.Workspace, context.Now, stop);
        if (await RefusalAsync(space, user, context, stop) is { } refusal)
        {
            await FillAsync(SettingsModal.Say(refusal), context, stop);
            return;
        }
        var form = await SeenAsync(space, user, context, stop);
        await FillAsync(SettingsModal.Render(new(space, form.Fingerprint), form, [.. all.Where(one => space == Spaces.Default(context.Workspace) && one.SpaceId != space)], Offer(space, context)), context, stop);
    }

    private async Task<Modal> SaveAsync(SpaceKey key, SpaceForm typed, UserId user, SlackContext context, CancellationToken stop)
    {
        await SpaceBook.LockAsync(context.Unit, context.Workspace, stop);
        if (await RefusalAsync(key.Space, user, context, stop) is { } refusal) return SettingsModal.Say(refusal);
        var now = await SeenAsync(key.Space, user, context, stop);
        if (now.Fingerprint != key.Fingerprint)
            return SettingsModal.Render(new(key.Space, now.Fingerprint), typed, [], Mrkdwn.Of($":warning: Somebody saved these settings while you were changing them. Nothing of yours is saved yet: below stands what you typed. *Save* puts it in the place of theirs, *Cancel* leaves theirs."));
        await new SpaceBook(context.Unit, context.Workspace, key.Space).WriteAsync(now, typed, user, context.Now, stop);
        return SettingsModal.Say(Mrkdwn.Of($"*Saved.* “{(UntrustedText)typed.Name}” has {typed.Channels.Count} channels and {typed.People.Count} people of its own; its messages are kept {Kept(typed.Days)}."));
    }

    private async Task<Mrkdwn?> RefusalAsync(SpaceId space, UserId user, SlackContext context, CancellationToken stop)
    {
        var authority = await authorities.OfAsync(context.Unit, context.Workspace, user, stop);
        return authority.May(Deed.Configure, space.Value) is Clearance.Refused refused ? await Refusal.WordsAsync(context, authorities, refused, stop) : null;
    }

    private static async Task<SpaceForm> SeenAsync(SpaceId space, UserId user, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var form = await SpaceForm.ReadAsync(context.Unit, space, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return form;
    }

    private static Mrkdwn? Offer(SpaceId space, SlackContext context) => space == Spaces.Default(context.Workspace) ? Mrkdwn.Of($"This is the default space: whatever belongs to no other belongs here.") : null;

    private static Mrkdwn Kept(int? days) => days is { } some ? Mrkdwn.Of($"{some} days") : Mrkdwn.Of($"for ever");

    private static Task FillAsync(Modal content, SlackContext context, CancellationToken stop) =>
        context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
}
