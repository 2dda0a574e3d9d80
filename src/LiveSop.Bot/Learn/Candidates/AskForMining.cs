using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>Who wants to see which procedures there are, and where.</summary>
internal sealed record MiningRequest(ChannelId Channel, MessageTs? Thread, UserId Asker, SopCommand.Mine What);

/// <summary>Takes a request to mine: one message says that it has begun, and is edited when it is done.</summary>
internal static class AskForMining
{
    /// <param name="tellAsync">Says something to the asker in place of mining.</param>
    public static async Task AskAsync(MiningRequest request, SlackContext context, Func<MessageBody, Task> tellAsync, CancellationToken stop)
    {
        if (!await CanPostAsync(request.Channel, context, stop))
        {
            await tellAsync(SlackMessage.Of(Mrkdwn.Of($"I am not in this channel, so I can neither read it nor post here. Invite me with `/invite` and {context.Installation.Self.User}, then ask again.")));
            return;
        }
        var answer = $"mine:{context.Key}";
        await context.Effects.AddAsync(answer, new Effect.Post(request.Channel, request.Thread, CandidateCard.Begun(request.Asker)), stop);
        await context.Jobs.AddAsync(answer, new Job.Mine(request.Channel, request.Asker, answer) { Only = request.What.Channel, Since = request.What.Since }, stop);
    }

    private static async Task<bool> CanPostAsync(ChannelId channel, SlackContext context, CancellationToken stop) =>
        channel.Value.StartsWith('D') || await context.Unit.Db.Channels.AnyAsync(one => one.ChannelId == channel && one.BotIsMember && !one.IsArchived, stop);
}
