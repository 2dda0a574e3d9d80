using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Respond;

/// <summary>People and channels change their names and standing; what the bot keeps of them changes too.</summary>
internal sealed class FollowDirectory : ISlackHandler<SlackEvent.PersonChanged>, ISlackHandler<SlackEvent.ChannelRenamed>,
    ISlackHandler<SlackEvent.ChannelArchived>, ISlackHandler<SlackEvent.ChannelUnarchived>, ISlackHandler<SlackEvent.ChannelDeleted>,
    ISlackHandler<SlackEvent.SystemNote>, ISlackHandler<SlackEvent.ChannelIdChanged>
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
        context.Unit.ExitAsync(context.Workspace, payload.Channel, context.Now, stop);

    /// <summary>Whoever could read it as a public channel cannot any more, from the next query on.</summary>
    public Task HandleAsync(SlackEvent.SystemNote payload, SlackContext context, CancellationToken stop) =>
        payload.Subtype is "channel_convert_to_private" ? context.Unit.CloseAsync(context.Workspace, payload.Channel, stop)
        : payload.Subtype is "channel_convert_to_public" ? context.Jobs.AddAsync($"directory:{context.Key}", new Job.ReadDirectory(), stop)
        : Task.CompletedTask;

    /// <summary>What is kept of the channel goes by its new name from now on.</summary>
    public Task HandleAsync(SlackEvent.ChannelIdChanged payload, SlackContext context, CancellationToken stop) =>
        context.Unit.MoveAsync(context.Workspace, payload.Old, payload.New, stop);
}
