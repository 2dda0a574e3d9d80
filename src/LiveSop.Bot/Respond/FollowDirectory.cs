using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond;

/// <summary>People and channels change their names and standing; what the bot keeps of them changes too.</summary>
internal sealed class FollowDirectory : ISlackHandler<SlackEvent.PersonChanged>, ISlackHandler<SlackEvent.ChannelRenamed>,
    ISlackHandler<SlackEvent.ChannelArchived>, ISlackHandler<SlackEvent.ChannelUnarchived>, ISlackHandler<SlackEvent.ChannelDeleted>
{
    public Task HandleAsync(SlackEvent.PersonChanged payload, SlackContext context, CancellationToken stop) =>
        context.Unit.ListAsync(context.Workspace, [Listed.Of(payload.Person, context.Workspace)], context.Now, stop);

    public Task HandleAsync(SlackEvent.ChannelRenamed payload, SlackContext context, CancellationToken stop) =>
        context.Unit.RenameAsync(context.Workspace, payload.Channel, payload.Name, stop);

    public Task HandleAsync(SlackEvent.ChannelArchived payload, SlackContext context, CancellationToken stop) =>
        context.Unit.ArchiveAsync(context.Workspace, payload.Channel, isArchived: true, stop);

    public Task HandleAsync(SlackEvent.ChannelUnarchived payload, SlackContext context, CancellationToken stop) =>
        context.Unit.ArchiveAsync(context.Workspace, payload.Channel, isArchived: false, stop);

    public Task HandleAsync(SlackEvent.ChannelDeleted payload, SlackContext context, CancellationToken stop) =>
        context.Unit.SetBotAsync(context.Workspace, payload.Channel, isMember: false, stop);
}
