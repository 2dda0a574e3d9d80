namespace LiveSop.Bot.Slack.Web;

/// <summary>The connection to Slack's Web API.</summary>
internal static class SlackHttp
{
    /// <summary>Follows no redirect, which would carry the token elsewhere, and looks the address up anew every few minutes.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        // Slack is not told the ids of our traces.
        ActivityHeadersPropagator = null,
    };

    /// <summary>Attempts have their own time limit, on the bot's clock.</summary>
    public static HttpClient Create(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };
}
