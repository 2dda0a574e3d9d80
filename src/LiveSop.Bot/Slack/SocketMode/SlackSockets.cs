using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>How listening ended.</summary>
internal abstract record ListeningEnd
{
    private ListeningEnd()
    {
    }

    internal sealed record Stopped : ListeningEnd;

    /// <summary>It is hopeless until somebody changes the token or the app.</summary>
    /// <param name="Code">Slack's error, such as <c>invalid_auth</c>.</param>
    internal sealed record Refused(string Code) : ListeningEnd;
}

/// <summary>Listens to one app: several sockets, of which Slack gives each envelope to one.</summary>
/// <param name="receive">
/// Takes an envelope into safe keeping; when it returns, Slack is told so. Many are under way at once, and it must be quick to return
/// its task, since the socket is not read meanwhile. If it throws, Slack delivers the envelope again.
/// </param>
internal sealed class SlackSockets(
    SlackApi api, SocketOptions options, Func<Envelope, CancellationToken, ValueTask<Ack>> receive, TimeProvider time, ILogger<SlackSockets> logger)
{
    /// <summary>How long what was received may take to be stored and acknowledged after a stop.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly OpenSockets open = new(time);

    public SocketHealth Health => open.Health;

    /// <summary>Listens until it is stopped or hopeless; then what was received is still acknowledged before the sockets close.</summary>
    public async Task<ListeningEnd> RunAsync(CancellationToken stop)
    {
        using var deliveries = new Deliveries(receive, open, options.InFlight, logger);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var shared = new Listening(options, open, deliveries, time);
        var loops = Enumerable.Range(0, options.Sockets).Select(number => LoopAsync(number, shared, end)).ToList();

        var refusals = await Task.WhenAll(loops);
        await deliveries.FinishAsync(Grace, time);
        await Task.WhenAll(open.All.Select(session => session.CloseAsync()));
        return refusals.OfType<SocketTrouble.Refused>().FirstOrDefault() is { } refused
            ? new ListeningEnd.Refused(refused.Code)
            : new ListeningEnd.Stopped();
    }

    /// <summary>Null where it was stopped. What is hopeless for one is so for all.</summary>
    private async Task<SocketTrouble.Refused?> LoopAsync(int number, Listening shared, CancellationTokenSource end)
    {
        try
        {
            return await new SocketLoop($"#{number}", api, shared, logger).RunAsync(options.Stagger * number, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await end.CancelAsync();
        }
    }
}
