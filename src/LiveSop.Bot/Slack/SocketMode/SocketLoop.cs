using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Telemetry;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>What all loops of an app share.</summary>
internal sealed record Listening(SocketOptions Options, OpenSockets Open, Deliveries Deliveries, TimeProvider Time);

/// <summary>Keeps one socket open: the next one is greeted before the last one goes.</summary>
/// <param name="name">For logs.</param>
internal sealed partial class SocketLoop(string name, SlackApi api, Listening shared, ILogger logger)
{
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestHandover = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Crowded = TimeSpan.FromSeconds(30);

    private readonly BackOff backOff = new();
    private SocketSession? current;
    private int opened;

    /// <param name="delay">Before the first socket.</param>
    /// <returns>Only when it is hopeless, and why.</returns>
    /// <exception cref="OperationCanceledException">Stopped. Its sockets are left to be closed, when what they brought is done.</exception>
    public async Task<SocketTrouble.Refused> RunAsync(TimeSpan delay, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(delay, shared.Time, stop);
            var trouble = await Opening.TryAsync(api, shared.Options, shared.Time, stop) switch
            {
                Opening.Greeted greeted => await ListenAsync(greeted, stop),
                Opening.Failed failed => failed.Trouble,
                var other => throw new InvalidOperationException(other.ToString()),
            };
            if (trouble.IsAlarm) Alarm(trouble);
            if (trouble is SocketTrouble.Refused refused) return refused;
            Instruments.SocketGone(trouble.GetType().Name);
            delay = Delay(trouble);
            LogNext(name, trouble, delay.TotalSeconds);
        }
    }

    /// <summary>Until the socket is to be replaced. One that still works goes on being read meanwhile.</summary>
    private async Task<SocketTrouble> ListenAsync(Opening.Greeted greeted, CancellationToken stop)
    {
        var session = new SocketSession(greeted.Socket, $"{name}.{++opened}", shared.Deliveries, logger, stop);
        shared.Open.Add(session, greeted.Hello);
        LogOpened(session.Name, greeted.Hello.Connections);
        Retire(current, stop);
        current = session;

        var since = shared.Time.GetUtcNow();
        var trouble = await session.TroubleAsync(greeted.Hello.ExpectedLife * 0.9, shared.Time, stop);
        if (shared.Time.GetUtcNow() - since >= Stable) backOff.Reset();
        if (trouble is not SocketTrouble.Ending) Retire(current, stop);
        return trouble;
    }

    private void Retire(SocketSession? session, CancellationToken stop)
    {
        current = null;
        if (session is not null) _ = RetireAsync(session, stop);
    }

    private async Task RetireAsync(SocketSession session, CancellationToken stop)
    {
        try
        {
            await session.DrainAsync(shared.Options.Drain, shared.Time, stop);
        }
        catch (OperationCanceledException)
        {
            // It is closed with the others, when what they brought is done.
            return;
        }
        await session.CloseAsync();
        shared.Open.Remove(session);
    }

    private TimeSpan Delay(SocketTrouble trouble) => trouble switch
    {
        SocketTrouble.Busy { Delay: var asked } => asked + BackOff.UpTo(TimeSpan.FromSeconds(1)),
        SocketTrouble.LinkDisabled => shared.Options.Probe,
        SocketTrouble.TooMany => Crowded + BackOff.UpTo(Crowded),
        // The old socket lives some seconds more: long enough to spread a storm of renewals, too short to wait any longer.
        SocketTrouble.Ending => TimeSpan.FromTicks(Math.Min(backOff.Next().Ticks, LongestHandover.Ticks)),
        _ => backOff.Next(),
    };

    private void Alarm(SocketTrouble trouble)
    {
        shared.Open.Raise(trouble);
        LogAlarm(name, trouble);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Socket {Socket} is open; Slack counts {Connections} for this app")]
    private partial void LogOpened(string socket, int? connections);

    [LoggerMessage(Level = LogLevel.Information, Message = "Socket loop {Loop}: {Trouble}; next socket in {Seconds:0.0} s")]
    private partial void LogNext(string loop, SocketTrouble trouble, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket loop {Loop} cannot listen: {Trouble}")]
    private partial void LogAlarm(string loop, SocketTrouble trouble);
}
