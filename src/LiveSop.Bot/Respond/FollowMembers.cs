using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Respond;

/// <summary>
/// Who comes and goes decides who may read what, from the next query on. Where it is the bot that was invited, it says in one message what it reads, and
/// reads what was said before.
/// </summary>
internal sealed class FollowMembers(Comings comings) : ISlackHandler<SlackEvent.MemberJoined>, ISlackHandler<SlackEvent.MemberLeft>, ISlackHandler<SlackEvent.ChannelLeft>
{
    public async Task HandleAsync(SlackEvent.MemberJoined payload, SlackContext context, CancellationToken stop)
    {
        comings.Note(context.Workspace, payload.Channel);
        if (payload.User != context.Installation.Self.User)
        {
            await context.Unit.JoinAsync(context.Workspace, payload.Channel, payload.User, stop);
            return;
        }
        await context.Unit.EnterAsync(context.Workspace, payload.Channel, stop);
        await context.Effects.AddAsync($"welcome:{context.Key}", new Effect.Post(payload.Channel, null, WelcomeCard.Render(context.Installation.Self.User)), stop);
        await context.Jobs.AddAsync($"read:{context.Key}", new Job.ReadChannel(payload.Channel), stop);
    }

    public Task HandleAsync(SlackEvent.MemberLeft payload, SlackContext context, CancellationToken stop) => LeaveAsync(payload.Channel, payload.User, context, stop);

    public Task HandleAsync(SlackEvent.ChannelLeft payload, SlackContext context, CancellationToken stop) => LeaveAsync(payload.Channel, context.Installation.Self.User, context, stop);

    private async Task LeaveAsync(ChannelId channel, UserId user, SlackContext context, CancellationToken stop)
    {
        comings.Note(context.Workspace, channel);
        await context.Unit.LeaveAsync(context.Workspace, channel, user, stop);
        if (user == context.Installation.Self.User) await context.Unit.SetBotAsync(context.Workspace, channel, isMember: false, stop);
    }
}
