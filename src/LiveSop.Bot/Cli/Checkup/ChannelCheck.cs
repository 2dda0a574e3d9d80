using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>Where the bot is a member: what it can read.</summary>
internal sealed class ChannelCheck(SlackApi api)
{
    /// <summary>After <see cref="ListAsync"/>.</summary>
    public List<SlackChannel> Found { get; } = [];

    public async Task<Finding> ListAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var page in api.Users.ConversationsAsync(new ConversationFilter(), cancellation: stop)) Found.AddRange(page.Items);
        }
        catch (SlackCallException failed)
        {
            return SlackTrouble.Of("channels", failed);
        }
        var hidden = Found.Count(channel => channel.IsPrivate);
        return Found.Count == 0
            ? Finding.Warn("channels: the bot is in none, so it can read nothing", "in each channel that it is to learn from, type /invite @livesop")
            : Finding.Ok($"channels: the bot reads {Found.Count}, {(hidden == 0 ? "none of them private (a private one invites it in the same way)" : $"{hidden} of them private")}");
    }
}
