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
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } tcp)
        {
            tcp.LingerState = new LingerOption(true, 0);
            tcp.Close();
        }
        context.Abort();
    }
}
