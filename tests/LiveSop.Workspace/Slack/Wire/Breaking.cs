using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>Ends a connection the hard way. It is made while the request runs, and may be used after.</summary>
internal sealed class Breaking(HttpContext context)
{
    private readonly System.Net.Sockets.Socket? _tcp = context.Features.Get<IConnectionSocketFeature>()?.Socket;
    private readonly IHttpRequestLifetimeFeature? _request = context.Features.Get<IHttpRequestLifetimeFeature>();

    /// <summary>TCP reset: no answer, no orderly end.</summary>
    public void Reset()
    {
        try
        {
            if (_tcp is not null) _tcp.LingerState = new LingerOption(true, 0);
            _tcp?.Close();
            _request?.Abort();
        }
        catch (Exception gone) when (gone is ObjectDisposedException or SocketException)
        {
            // The other side was faster.
        }
    }
}
