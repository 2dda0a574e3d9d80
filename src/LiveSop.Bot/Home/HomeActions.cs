using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Home;

/// <summary>What can be done on the bot's own page beside what its parts bring.</summary>
internal static class HomeActions
{
    /// <summary>Enter, in the field for words.</summary>
    public static readonly SlackAction Search = new("home.search");
}
