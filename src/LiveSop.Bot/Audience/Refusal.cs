using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Audience;

/// <summary>Words a refusal for whoever was refused.</summary>
internal static class Refusal
{
    public static async Task<Mrkdwn> WordsAsync(SlackContext context, Authorities authorities, Clearance.Refused refused, CancellationToken stop)
    {
        var space = new SpaceId(refused.Space);
        var name = await context.Unit.Db.Spaces.Where(one => one.SpaceId == space).Select(one => one.Name).FirstOrDefaultAsync(stop);
        return RefusalCard.Words(refused, name ?? "Support", await authorities.WithAsync(context.Unit, context.Workspace, space, refused.Needed, stop));
    }
}
