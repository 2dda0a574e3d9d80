using LiveSop.Bot.Slack.Payloads;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>The reading of one greeted socket, until it is closed.</summary>
internal sealed partial class SocketSession
{
    private readonly TaskCompletionSource<SocketTrouble> trouble = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Deliveries deliveries;
    private readonly ILogger logger;
    private readonly Task reading;

    /// <param name="stop">From then on nothing that comes is accepted.</param>
    public SocketSession(SlackSocket socket, string name, Deliveries deliveries, ILogger logger, CancellationToken stop)
    {
        (Socket, Name, this.deliveries, this.logger) = (socket, name, deliveries, logger);
        reading = ReadAsync(stop);
    }

    public SlackSocket Socket { get; }

    /// <summary>For logs: the loop and the number of its socket.</summary>
    public string Name { get; }

    /// <summary>Why it is to be replaced, once that is so.</summary>
    /// <param name="life">How long it is good for; null for as long as it lives.</param>
    public async Task<SocketTrouble> TroubleAsync(TimeSpan? life, TimeProvider time, CancellationToken stop)
    {
        if (life is not { } good) return await trouble.Task.WaitAsync(stop);
        try
        {
            return await trouble.Task.WaitAsync(good, time, stop);
        }
        catch (TimeoutException)
        {
            return new SocketTrouble.Ending("age");
        }
    }

    /// <summary>Reads on for a while, since Slack may still send something.</summary>
    public async Task DrainAsync(TimeSpan drain, TimeProvider time, CancellationToken stop)
    {
        try
        {
            await reading.WaitAsync(drain, time, stop);
        }
        catch (TimeoutException)
        {
            // That is the usual way: Slack leaves the closing to us.
        }
    }

    /// <summary>Never throws.</summary>
    public async Task CloseAsync()
    {
        await Socket.CloseAsync(reading);
        LogClosed(Name);
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            while (await Socket.ReadAsync(CancellationToken.None) is { } frame) await TakeAsync(frame, stop);
            trouble.TrySetResult(new SocketTrouble.Lost("closed by Slack"));
        }
        catch (Exception dead)
        {
            if (!SlackSocket.IsDeath(dead)) LogBroken(dead, Name);
            trouble.TrySetResult(new SocketTrouble.Lost(dead is OperationCanceledException ? "no answer" : "connection lost"));
        }
    }

    private async ValueTask TakeAsync(Frame frame, CancellationToken stop)
    {
        switch (frame)
        {
            case Frame.Delivery { Envelope: var envelope } when !stop.IsCancellationRequested:
                await deliveries.AcceptAsync(envelope, Socket, stop);
                break;
            case Frame.Disconnect { Reason: var reason }:
                LogDisconnect(Name, reason);
                trouble.TrySetResult(SocketTrouble.Of(reason));
                break;
            case Frame.Unreadable { Why: var why }:
                LogUnreadable(Name, why);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Socket {Socket} is closed")]
    private partial void LogClosed(string socket);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack ends socket {Socket}: {Reason}")]
    private partial void LogDisconnect(string socket, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading socket {Socket} failed")]
    private partial void LogBroken(Exception broken, string socket);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A frame on socket {Socket} was passed over: {Why}")]
    private partial void LogUnreadable(string socket, string why);
}
