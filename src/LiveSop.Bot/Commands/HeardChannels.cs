using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Commands;

/// <summary>The channels that the bot reads, as far as somebody may know of them.</summary>
internal static class HeardChannels
{
    public static async Task<IReadOnlyList<ChannelId>> VisibleToAsync(UserId viewer, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, viewer), stop);
        var channels = await context.Unit.Db.Channels.Where(channel => channel.BotIsMember && !channel.IsArchived && (channel.Kind == ChannelKind.Public || channel.Kind == ChannelKind.Private))
            .OrderBy(channel => channel.Name).Select(channel => channel.ChannelId).ToListAsync(stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return channels;
    }
}
