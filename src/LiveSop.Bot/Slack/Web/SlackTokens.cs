namespace LiveSop.Bot.Slack.Web;

/// <summary>The two secrets of an installed app.</summary>
/// <param name="Bot"><c>xoxb-…</c>, for everything but the socket.</param>
/// <param name="App"><c>xapp-…</c>, which opens sockets and nothing else.</param>
internal sealed record SlackTokens(string Bot, string App)
{
    // A record would print them.
    public override string ToString() => "two tokens";
}
