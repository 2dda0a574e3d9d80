using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>What came of opening a socket.</summary>
internal abstract record Opening
{
    private Opening()
    {
    }

    internal sealed record Greeted(SlackSocket Socket, Frame.Hello Hello) : Opening;

    internal sealed record Failed(SocketTrouble Trouble) : Opening;

    /// <summary>A fresh address, a connection, Slack's greeting: one try.</summary>
    public static async Task<Opening> TryAsync(SlackApi api, SocketOptions options, TimeProvider time, CancellationToken stop)
    {
        try
        {
            return await ConnectAsync(await api.Apps.ConnectionsOpenAsync(stop), options, time, stop);
        }
        catch (SlackCallException refused)
        {
            return new Failed(TroubleOf(refused));
        }
    }

    private static async Task<Opening> ConnectAsync(Uri url, SocketOptions options, TimeProvider time, CancellationToken stop)
    {
        SlackSocket? socket = null;
        using var late = new CancellationTokenSource(options.HelloTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            socket = await SlackSocket.ConnectAsync(url, options, time, either.Token);
            var opening = await GreetingAsync(socket, either.Token);
            if (opening is Failed) socket.Abort();
            return opening;
        }
        catch (Exception dead) when (SlackSocket.IsDeath(dead) && !stop.IsCancellationRequested)
        {
            socket?.Abort();
            return new Failed(new SocketTrouble.Lost(late.IsCancellationRequested ? "no greeting in time" : "not connected"));
        }
    }

    private static async Task<Opening> GreetingAsync(SlackSocket socket, CancellationToken cancellation)
    {
        while (await socket.ReadAsync(cancellation) is { } frame)
        {
            if (frame is Frame.Hello hello) return new Greeted(socket, hello);
            if (frame is Frame.Disconnect { Reason: var reason }) return new Failed(SocketTrouble.Of(reason));
        }
        return new Failed(new SocketTrouble.Lost("closed without a greeting"));
    }

    private static SocketTrouble TroubleOf(SlackCallException failed) => failed.Failure switch
    {
        SlackFailure.RetryAfter { Delay: var delay } => new SocketTrouble.Busy(delay),
        SlackFailure.Configuration when failed.Code == "not_enabled" => new SocketTrouble.LinkDisabled(),
        SlackFailure.DeadCredentials or SlackFailure.Configuration => new SocketTrouble.Refused(failed.Code),
        _ => new SocketTrouble.Lost(failed.Code),
    };
}
