using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>The ways to Slack, made as the settings say. One connection pool serves all workspaces.</summary>
internal sealed class SlackDoor(WebOptions web, SocketOptions sockets, TimeProvider time, ILoggerFactory logs) : IDisposable
{
    private readonly HttpClient http = SlackHttp.Create(SlackHttp.CreateHandler());

    public ILoggerFactory Logs => logs;

    /// <param name="doubts">Raised when Slack refuses the bot's token.</param>
    public SlackApi Api(SlackTokens tokens, Doubts doubts) => new(http, () => tokens, web, time, logs.CreateLogger<SlackApi>()) { OnDeadToken = doubts.Raise };

    public ResponseUrl Responses() => new(http, web, time);

    public SlackSockets Sockets(SlackApi api, Func<Envelope, CancellationToken, ValueTask<Ack>> receive) =>
        new(api, sockets, receive, time, logs.CreateLogger<SlackSockets>());

    public void Dispose() => http.Dispose();
}
