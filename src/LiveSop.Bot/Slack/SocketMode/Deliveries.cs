using System.Diagnostics;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Telemetry;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>
/// Hands envelopes to their receiver, many at once, and acknowledges each when the receiver has it. What the receiver refuses by
/// throwing is not acknowledged, and Slack delivers it again.
/// </summary>
/// <param name="most">Envelopes that may be under way at once.</param>
internal sealed partial class Deliveries(
    Func<Envelope, CancellationToken, ValueTask<Ack>> receive, OpenSockets open, int most, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim room = new(most);
    private readonly CancellationTokenSource givenUp = new();

    /// <summary>Returns when the envelope is on its way to the receiver, which waits while too many are.</summary>
    public async ValueTask AcceptAsync(Envelope envelope, SlackSocket from, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        _ = HandleAsync(envelope, from);
    }

    /// <summary>Waits for what is under way, and after the limit asks it to give up. Nothing may be accepted any more.</summary>
    public async Task FinishAsync(TimeSpan limit, TimeProvider time)
    {
        using var timer = time.CreateTimer(_ => givenUp.Cancel(), null, limit, Timeout.InfiniteTimeSpan);
        try
        {
            for (var done = 0; done < most; done++) await room.WaitAsync(givenUp.Token);
        }
        catch (OperationCanceledException)
        {
            LogUnfinished(most - room.CurrentCount);
        }
    }

    public void Dispose()
    {
        room.Dispose();
        givenUp.Dispose();
    }

    private async Task HandleAsync(Envelope envelope, SlackSocket from)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var ack = await receive(envelope, givenUp.Token);
            if (await open.SendAsync(from, ack.ToFrame(envelope))) Instruments.Acknowledged(envelope.Type, Stopwatch.GetElapsedTime(begun));
            else LogNoSocket(envelope.Id);
        }
        catch (Exception failed)
        {
            // The boundary to whatever receives: a failure there costs one envelope its acknowledgement, and not the socket.
            LogNotTaken(failed, envelope.Id, envelope.Type);
        }
        finally
        {
            room.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Envelope {EnvelopeId} of type {Type} was not taken, and not acknowledged: Slack will deliver it again")]
    private partial void LogNotTaken(Exception failed, string envelopeId, string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No socket was open to acknowledge envelope {EnvelopeId}: Slack may deliver it again")]
    private partial void LogNoSocket(string envelopeId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped with {Count} envelopes not acknowledged")]
    private partial void LogUnfinished(int count);
}
