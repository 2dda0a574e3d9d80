using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond;

/// <summary>
/// Who comes and goes decides who may read what, from the next query on. Where it is the bot that was invited, it says in one message what it reads, and
/// reads what was said before.
/// </summary>
internal sealed class FollowMembers(Comings comings, ReadingSettings reading) : ISlackHandler<SlackEvent.MemberJoined>, ISlackHandler<SlackEvent.MemberLeft>, ISlackHandler<SlackEvent.ChannelLeft>
{
    public async Task HandleAsync(SlackEvent.MemberJoined payload, SlackContext context, CancellationToken stop)
    {
        comings.Note(context.Workspace, payload.Channel);
        if (payload.User != context.Installation.Self.User)
        {
            await context.Unit.JoinAsync(context.Workspace, payload.Channel, payload.User, stop);
            return;
        }
        await Entrance.EnterAsync(context, payload.Channel, reading, stop);
    }

    public Task HandleAsync(SlackEvent.MemberLeft payload, SlackContext context, CancellationToken stop) => LeaveAsync(payload.Channel, payload.User, context, stop);

    public Task HandleAsync(SlackEvent.ChannelLeft payload, SlackContext context, CancellationToken stop) => LeaveAsync(payload.Channel, context.Installation.Self.User, context, stop);

    private async Task LeaveAsync(ChannelId channel, UserId user, SlackContext context, CancellationToken stop)
    {
        comings.Note(context.Workspace, channel);
        await context.Unit.LeaveAsync(context.Workspace, channel, user, stop);
        if (user != context.Installation.Self.User) return;
        await context.Unit.ExitAsync(context.Workspace, channel, context.Now, stop);
        await new Readings(context.Unit, context.Workspace, context.Now).BreakOffAsync(channel, stop);
    }
}
