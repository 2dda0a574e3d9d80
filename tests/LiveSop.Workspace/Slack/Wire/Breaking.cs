using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>Ends a connection the hard way.</summary>
internal static class Breaking
{
    /// <summary>TCP reset: no answer, no orderly end.</summary>
    public static void Reset(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } tcp) Reset(tcp);
        context.Abort();
    }

    private static void Reset(System.Net.Sockets.Socket tcp)
    {
        try
        {
            tcp.LingerState = new LingerOption(true, 0);
            tcp.Close();
        }
        catch (ObjectDisposedException)
        {
            // The other side was faster.
        }
        catch (SocketException)
        {
            // The same, noticed a moment earlier.
        }
    }
}
