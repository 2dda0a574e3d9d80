using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Retention;

/// <summary>How long what is said in a channel is kept: as long as its space says.</summary>
internal static class Keeping
{
    public const int LongestDays = 3650;

    /// <returns>The moment before which nothing of the channel is kept; null where all of it is.</returns>
    public static async Task<DateTimeOffset?> SinceAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, DateTimeOffset now, CancellationToken stop)
    {
        var space = await Spaces.OfAsync(unit, workspace, channel, stop);
        return await unit.Db.Spaces.Where(one => one.SpaceId == space).Select(one => one.RetentionDays).FirstOrDefaultAsync(stop) is { } days ? now.AddDays(-days) : null;
    }
}
