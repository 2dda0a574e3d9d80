using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Commands;

/// <summary>The channels that the bot reads, as far as they may be named where somebody asked.</summary>
internal static class HeardChannels
{
    /// <summary>Others may see the answer too: of the private ones only that in which it was asked.</summary>
    public static Task<List<ChannelId>> NameableAsync(Asker asker, CancellationToken stop) => asker.ReadAsync(unit => unit.Db.Channels
        .Where(channel => channel.BotIsMember && !channel.IsArchived && (channel.Kind == ChannelKind.Public || (channel.Kind == ChannelKind.Private && channel.ChannelId == asker.Channel)))
        .OrderBy(channel => channel.Name).Select(channel => channel.ChannelId).ToListAsync(stop), stop);
}
