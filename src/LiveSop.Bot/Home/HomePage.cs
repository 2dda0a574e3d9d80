using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Home;

/// <summary>The bot's own page in Slack, as one person sees it.</summary>
internal static class HomePage
{
    /// <param name="bot">By which people invite it.</param>
    public static HomeView Render(UserId bot) => new(
    [
        new Header(PlainText.Of($"LiveSOP")),
        new Section(Mrkdwn.Of($"I find the procedures that your team really follows, in the channels that I am invited to.")),
        new Section(Mrkdwn.Of($"Type `/invite` and {bot} in a channel, then `/sop mine` there. `/sop help` lists what I can do.")),
    ]);
}
