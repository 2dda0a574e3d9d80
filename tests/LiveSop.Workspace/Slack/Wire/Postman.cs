using System.Text.Json;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>Brings envelopes to sockets, waits three seconds for each ack, and tries events again. All of it under the gate.</summary>
internal sealed class Postman(Ground ground, Chaos chaos, Deliveries deliveries)
{
    /// <summary>Settled deliveries whose ids are still known, so that a late or second ack is told from a made-up one.</summary>
    private const int Remembered = 20_000;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(300)];

    private readonly Dictionary<string, Delivery> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _settled = new();
    private (Socket Socket, Frame Frame)? _overtaken;

    /// <summary>Sends an event to one of the app's sockets, up to four times.</summary>
    public void SendEvent(SlackApp app, string eventId, byte[] payload) => SendEvent(app, eventId, payload, 0);

    /// <summary>Sends what a user did. Once only: if there is no ack in time, the user sees an error.</summary>
    public void SendAction(SlackApp app, string type, byte[] payload, bool acceptsPayload, Action<Delivery> settled) =>
        Send(app, new Delivery(ground.Mint.Uuid(), type, app.Id)
        {
            SentAt = ground.Now,
            Started = ground.Clock.GetTimestamp(),
            AcceptsPayload = acceptsPayload,
            Payload = payload,
            Settled = settled,
        });

    /// <summary>A frame from a client.</summary>
    public void Receive(SlackApp app, ReadOnlyMemory<byte> frame)
    {
        if (Ack.Read(frame) is not { } ack)
        {
            ground.Blame("socket", "a frame from the client is no ack");
            return;
        }
        if (!_known.TryGetValue(ack.EnvelopeId, out var delivery) || delivery.AppId != app.Id)
        {
            ground.Blame("socket", $"an ack names no envelope that was sent to this app: {ack.EnvelopeId}");
            return;
        }
        if (delivery.Acks++ == 0) Acked(delivery, ack.Response);
        else ground.Bell.Ring();
    }

    private void Acked(Delivery delivery, JsonElement? response)
    {
        delivery.AckedAfter = ground.Clock.GetElapsedTime(delivery.Started);
        if (response is not null && !delivery.AcceptsPayload)
        {
            ground.Blame("socket", $"the ack of an envelope of type {delivery.Type} carries a payload, which it does not accept");
            response = null;
        }
        if (delivery.State != DeliveryState.Open)
        {
            delivery.State = DeliveryState.Late;
            deliveries.Late();
            return;
        }
        delivery.State = DeliveryState.Acked;
        delivery.Response = response;
        Settle(delivery);
        deliveries.Acked();
        delivery.Settled?.Invoke(delivery);
    }

    private void SendEvent(SlackApp app, string eventId, byte[] payload, int attempt) =>
        Send(app, new Delivery(ground.Mint.Uuid(), "events_api", app.Id)
        {
            EventId = eventId,
            Attempt = attempt,
            SentAt = ground.Now,
            Started = ground.Clock.GetTimestamp(),
            Payload = payload,
        });

    private void Send(SlackApp app, Delivery delivery)
    {
        var socket = app.Sockets.Choose();
        delivery.Socket = socket?.Number;
        _known[delivery.EnvelopeId] = delivery;
        deliveries.Add(delivery);
        if (socket is null)
        {
            Fail(app, delivery, DeliveryState.Unsent);
            return;
        }
        Carry(app, socket, delivery);
        ground.Agenda.After(Deadline, () =>
        {
            lock (ground.Gate)
                if (delivery.State == DeliveryState.Open) Fail(app, delivery, DeliveryState.TimedOut);
        });
    }

    private void Carry(SlackApp app, Socket socket, Delivery delivery)
    {
        var frame = Envelope.Of(delivery, chaos);
        if (chaos.IsQuiet && _overtaken is null)
        {
            socket.Send(frame);
            return;
        }
        if (chaos.Strikes(Mishap.Lost, delivery.Type)) return;
        if (_overtaken is null && chaos.Strikes(Mishap.Overtaken, delivery.Type))
        {
            _overtaken = (socket, frame);
            ground.Agenda.After(TimeSpan.FromSeconds(1), LetGo);
            return;
        }
        socket.Send(frame);
        if (_overtaken is { } waiting) waiting.Socket.Send(waiting.Frame);
        _overtaken = null;
        if (!chaos.Strikes(Mishap.Duplicate, delivery.Type)) return;
        deliveries.Doubled();
        (app.Sockets.Choose() ?? socket).Send(frame);
    }

    private void LetGo()
    {
        lock (ground.Gate)
        {
            if (_overtaken is { } waiting) waiting.Socket.Send(waiting.Frame);
            _overtaken = null;
        }
    }

    private void Fail(SlackApp app, Delivery delivery, DeliveryState state)
    {
        delivery.State = state;
        var retry = delivery.EventId is not null && delivery.Attempt < Waits.Length;
        delivery.UserSawError = delivery.EventId is null;
        if (retry) Retry(app, delivery, delivery.Payload!);
        Settle(delivery);
        deliveries.Failed(!retry && delivery.EventId is not null, delivery.UserSawError);
        delivery.Settled?.Invoke(delivery);
    }

    private void Retry(SlackApp app, Delivery failed, byte[] payload) => ground.Agenda.After(Waits[failed.Attempt], () =>
    {
        lock (ground.Gate) SendEvent(app, failed.EventId!, payload, failed.Attempt + 1);
    });

    private void Settle(Delivery delivery)
    {
        delivery.Payload = null;
        _settled.Enqueue(delivery.EnvelopeId);
        if (_settled.Count > Remembered) _known.Remove(_settled.Dequeue());
    }
}
