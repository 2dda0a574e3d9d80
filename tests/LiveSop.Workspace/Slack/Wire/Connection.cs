using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>An upgraded connection. The handshake is done here and not by the framework, so that the stream below can be shut off.</summary>
internal sealed class Connection(WebSocket socket, Tap tap, Breaking breaking)
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public WebSocket Socket { get; } = socket;

    public Tap Tap { get; } = tap;

    /// <summary>Null where the request asks for no WebSocket.</summary>
    public static async Task<Connection?> AcceptAsync(HttpContext context)
    {
        var key = context.Request.Headers["Sec-WebSocket-Key"].ToString();
        if (key.Length == 0 || context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade) return null;
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
#pragma warning disable CA5350 // RFC 6455, 4.2.2 prescribes it.
        context.Response.Headers["Sec-WebSocket-Accept"] = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Magic)));
#pragma warning restore CA5350
        var tap = new Tap(await upgrade.UpgradeAsync());
        return new Connection(WebSocket.CreateFromStream(tap, new WebSocketCreationOptions { IsServer = true }), tap, new Breaking(context));
    }

    /// <summary>TCP reset.</summary>
    public void Reset()
    {
        Tap.Release();
        breaking.Reset();
    }
}
