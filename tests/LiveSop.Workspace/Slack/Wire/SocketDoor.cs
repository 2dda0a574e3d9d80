using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>Where sockets come in: each with a ticket of its own from <c>apps.connections.open</c>.</summary>
internal sealed class SocketDoor(Ground ground, Chaos chaos, Postman postman)
{
    private readonly Dictionary<string, SlackApp> _tickets = new(StringComparer.Ordinal);

    /// <returns>The address to connect to, once.</returns>
    public string Issue(SlackApp app)
    {
        var ticket = ground.Mint.Secret();
        _tickets[ticket] = app;
        return $"ws{ground.Root["http".Length..]}/link/?ticket={ticket}&app_id={app.Id}";
    }

    public async Task EnterAsync(HttpContext context, CancellationToken stop)
    {
        if (chaos.RefuseHandshake is { } status || Redeem(context) is not { } app)
        {
            context.Response.StatusCode = chaos.RefuseHandshake ?? StatusCodes.Status401Unauthorized;
            return;
        }
        if (await Connection.AcceptAsync(context) is not { } connection)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, context.RequestAborted);
        await ServeAsync(app, connection, both.Token);
    }

    private async Task ServeAsync(SlackApp app, Connection connection, CancellationToken stop)
    {
        Socket socket;
        lock (ground.Gate)
        {
            socket = new Socket(app.Sockets.NextNumber(), connection);
            app.Sockets.Admit(socket, chaos.LinkDisabled, greet: !chaos.NeverGreet);
        }
        ground.Bell.Ring();
        using (socket)
        {
            await socket.RunAsync(frame => Receive(app, frame), stop);
            lock (ground.Gate) app.Sockets.Remove(socket);
            ground.Bell.Ring();
        }
    }

    private void Receive(SlackApp app, ReadOnlyMemory<byte> frame)
    {
        lock (ground.Gate) postman.Receive(app, frame);
    }

    private SlackApp? Redeem(HttpContext context)
    {
        lock (ground.Gate)
        {
            if (_tickets.Remove(context.Request.Query["ticket"].ToString(), out var app)) return app;
            ground.Blame("socket", "the ticket was used before or never issued: ask for a fresh address for every connection");
            return null;
        }
    }
}
