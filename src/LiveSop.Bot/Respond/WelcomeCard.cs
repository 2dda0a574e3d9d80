using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Respond;

/// <summary>The one message with which the bot enters a channel.</summary>
internal static class WelcomeCard
{
    public static SlackMessage Render(UserId bot) => new(
        Mrkdwn.Of($"LiveSOP reads this channel from now on."),
        [
            new Section(Mrkdwn.Of($"I read what is said in this channel, also what was said before I came, to find the procedures your team really follows. Only people who may read this channel see what I learn from it.")),
            new Context(Mrkdwn.Of($"`/sop mine` shows what I found, `/sop help` what I can do. To stop me: `/remove` and {bot}.")),
        ]);
}
