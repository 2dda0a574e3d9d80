namespace LiveSop.Bot.Hosting;

/// <summary>How Slack is reached. Section <c>Slack</c>; the tokens stand in the environment, see <see cref="TokenSource"/>.</summary>
internal sealed record SlackSettings
{
    /// <summary>Ends with a slash. Another address serves a proxy, GovSlack or a simulated workspace.</summary>
    public string ApiUrl { get; init; } = "https://slack.com/api/";

    /// <summary>Whether calls are paced to stay below Slack's limits.</summary>
    public bool Limits { get; init; } = true;

    /// <summary>Sockets open at once for each workspace, 1 to 9: Slack allows an app ten, and a renewal needs one more.</summary>
    public int Sockets { get; init; } = 2;
}
