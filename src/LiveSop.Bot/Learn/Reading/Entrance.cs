using LiveSop.Bot.Respond;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>
/// The bot was invited to a channel: it says what it reads there, and begins to. Whoever notices may say so, the event or the directory after an absence, and
/// both: the bot enters once, and again only after it has left.
/// </summary>
internal static class Entrance
{
    public static async Task EnterAsync(SlackContext context, ChannelId channel, ReadingSettings settings, CancellationToken stop)
    {
        var left = await context.Unit.EnterAsync(context.Workspace, channel, stop);
        if (left is null && await context.Unit.Db.Readings.AnyAsync(reading => reading.ChannelId == channel, stop))
        {
            await new Readings(context.Unit, context.Workspace, context.Now).ResumeAsync(channel, stop);
            return;
        }
        var (notice, backTo) = ($"welcome:{channel}:{context.Key}", context.Now.AddMonths(-settings.Months));
        var welcome = WelcomeCard.Render(context.Installation.Self.User, new ReadingStatus.Begun(backTo));
        await context.Effects.AddAsync(notice, new Effect.Post(channel, null, welcome), stop);
        await new Readings(context.Unit, context.Workspace, context.Now).BeginAsync(channel, left ?? context.Now, backTo, notice, stop);
    }
}
