using System.Text.Json;

namespace LiveSop.Workspace.Slack.Wire;

internal enum DeliveryState
{
    /// <summary>Sent, or waiting for a socket; the deadline has not passed.</summary>
    Open,
    Acked,

    /// <summary>Acked after the three seconds: Slack has taken it for failed.</summary>
    Late,
    TimedOut,

    /// <summary>There was no socket to send it to.</summary>
    Unsent,
}

/// <summary>One envelope, sent once. A retry is a delivery of its own that carries the same event.</summary>
internal sealed class Delivery(string envelopeId, string type, string appId)
{
    public string EnvelopeId { get; } = envelopeId;

    /// <summary><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</summary>
    public string Type { get; } = type;

    public string AppId { get; } = appId;

    /// <summary>Of events only; retries keep it.</summary>
    public string? EventId { get; init; }

    /// <summary>0 for the first.</summary>
    public int Attempt { get; init; }

    public DateTimeOffset SentAt { get; init; }

    /// <summary>Null while there is none.</summary>
    public TimeSpan? AckedAfter { get; internal set; }

    /// <summary>Number of the socket that carried it; null where there was none.</summary>
    public int? Socket { get; internal set; }

    public DeliveryState State { get; internal set; }

    /// <summary>How often its ack came.</summary>
    public int Acks { get; internal set; }

    /// <summary>Slack told the user that it did not work.</summary>
    public bool UserSawError { get; internal set; }

    /// <summary>What the ack carried, if anything.</summary>
    public JsonElement? Response { get; internal set; }

    internal bool AcceptsPayload { get; init; }

    internal long Started { get; init; }

    /// <summary>Dropped once nothing more can come of it.</summary>
    internal byte[]? Payload { get; set; }

    /// <summary>Told what became of it, once.</summary>
    internal Action<Delivery>? Settled { get; set; }
}
