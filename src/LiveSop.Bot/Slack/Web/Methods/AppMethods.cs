using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

internal readonly record struct AppMethods(SlackApi Api)
{
    /// <summary>A fresh address for one socket. It is a secret: its ticket is all that the socket asks for.</summary>
    /// <exception cref="SlackCallException">Also where the answer holds no address.</exception>
    public async Task<Uri> ConnectionsOpenAsync(CancellationToken cancellation = default)
    {
        var answer = await Api.CallAsync(SlackMethod.AppsConnectionsOpen, Form.Empty, cancellation);
        return Uri.TryCreate(answer.Body.Words("url"u8), UriKind.Absolute, out var url) && url.Scheme is "wss" or "ws"
            ? url
            : throw new SlackCallException(SlackMethod.AppsConnectionsOpen, new SlackFailure.Unknown(), "no_url");
    }
}
