using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Threads;

/// <summary>Whether the bot may answer somebody about a thread. A shortcut can be chosen anywhere, also where the bot is not.</summary>
internal abstract record ThreadAccess
{
    private ThreadAccess() { }

    /// <param name="IsMember">Of the workspace: no guest, and nobody of another company.</param>
    public sealed record Granted(bool IsMember) : ThreadAccess;

    /// <summary>Between people: the bot does not learn from that.</summary>
    public sealed record DirectMessage : ThreadAccess;

    public sealed record NotInvited : ThreadAccess;

    /// <summary>As far as the bot knows the person may not read the channel, or no longer.</summary>
    public sealed record NotReadable : ThreadAccess;

    /// <param name="unit">In a miner's scope, where it is left again: who may read what is asked of the database as that person.</param>
    public static async Task<ThreadAccess> OfAsync(UnitOfWork unit, Scope.Viewer viewer, ChannelId channel, CancellationToken stop)
    {
        if (channel.Value.StartsWith('D')) return new DirectMessage();
        var kind = await unit.Db.Channels.Where(one => one.ChannelId == channel && one.BotIsMember).Select(one => (ChannelKind?)one.Kind).FirstOrDefaultAsync(stop);
        return kind switch
        {
            null => new NotInvited(),
            ChannelKind.Im or ChannelKind.Mpim => new DirectMessage(),
            _ => await AskAsync(unit, viewer, channel, stop),
        };
    }

    private static async Task<ThreadAccess> AskAsync(UnitOfWork unit, Scope.Viewer viewer, ChannelId channel, CancellationToken stop)
    {
        await unit.EnterAsync(viewer, stop);
        var readable = await unit.Db.Channels.AnyAsync(one => one.ChannelId == channel, stop);
        var isMember = await unit.Db.People.AnyAsync(one => one.UserId == viewer.User && one.Standing == Standing.Member, stop);
        await unit.EnterAsync(new Scope.Miner(viewer.Workspace), stop);
        return readable ? new Granted(isMember) : new NotReadable();
    }
}
