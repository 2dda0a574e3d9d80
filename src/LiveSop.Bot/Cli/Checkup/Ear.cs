using System.Collections.Concurrent;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>
/// A socket of the doctor's own. Slack gives it events that are meant for the bot, so whatever comes is stored as the bot stores it, and acknowledged only then:
/// a bot that runs handles it, or the next one does. Without a database nothing is read, and Slack delivers to others.
/// </summary>
internal sealed class Ear : IAsyncDisposable
{
    private readonly ConcurrentQueue<SlackEvent> heard = new();
    private readonly CancellationTokenSource closing = new();
    private readonly TimeProvider time;

    private SlackSocket? socket;
    private InboxWriter? inbox;
    private Deliveries? deliveries;
    private SocketSession? session;

    private Ear(TimeProvider time) => this.time = time;

    /// <summary>How Slack greeted it; null where it did not open.</summary>
    public Frame.Hello? Hello { get; private set; }

    /// <summary>Why it did not open; null where it did.</summary>
    public SocketTrouble? Trouble { get; private set; }

    public static async Task<Ear> OpenAsync(Connection connection, Database? database, TimeProvider time, CancellationToken stop)
    {
        var ear = new Ear(time);
        var options = new SocketOptions { Sockets = 1 };
        var opening = await Opening.TryAsync(connection.Api, options, time, stop);
        if (opening is Opening.Failed failed) ear.Trouble = failed.Trouble;
        if (opening is not Opening.Greeted greeted) return ear;
        (ear.Hello, ear.socket) = (greeted.Hello, greeted.Socket);
        if (database is not null) await ear.ListenAsync(greeted, connection, database, options);
        return ear;
    }

    public bool HasHeard(Func<SlackEvent, bool> awaited) => heard.Any(awaited);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        if (deliveries is not null) await deliveries.FinishAsync(SlackSockets.Grace, time);
        if (session is not null) await session.CloseAsync();
        else socket?.Abort();
        if (inbox is not null) await inbox.StopAsync(CancellationToken.None);
        deliveries?.Dispose();
        inbox?.Dispose();
        closing.Dispose();
    }

    private async Task ListenAsync(Opening.Greeted greeted, Connection connection, Database database, SocketOptions options)
    {
        inbox = new InboxWriter(database, time, new WorkSignals(time), NullLogger<InboxWriter>.Instance);
        await inbox.StartAsync(CancellationToken.None);
        var receiver = new EnvelopeReceiver(inbox, Reactions.Routes(new Comings(), new Connections(), new Recognisers(), new Settings()), new InboxOptions(), time, NullLogger<EnvelopeReceiver>.Instance);
        var open = new OpenSockets(time);
        deliveries = new Deliveries(async (envelope, given) =>
        {
            // Before its row is there: the row alone means that another process took it.
            if (SlackPayload.Read(envelope) is SlackPayload.EventCallback callback) heard.Enqueue(callback.Event);
            return await receiver.ReceiveAsync(connection, envelope, given);
        }, open, options.InFlight, NullLogger.Instance);
        session = new SocketSession(greeted.Socket, "doctor", deliveries, NullLogger.Instance, closing.Token);
        open.Add(session, greeted.Hello);
    }
}
