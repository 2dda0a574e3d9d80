using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LiveSop.Bot.Telemetry;

/// <summary>
/// Everything that the bot measures, under the meter and the source <c>LiveSop</c>. Nobody listens unless <see cref="OtlpExport"/> is configured, and then nothing is kept.
/// What is attached to a number is an id or a kind, never what was said, a secret or an address.
/// </summary>
internal static class Instruments
{
    public const string Name = "LiveSop";

    public static readonly ActivitySource Traces = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Quick = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10] };
    private static readonly InstrumentAdvice<double> Long = new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400] };

    private static readonly Histogram<double> AckDuration = Meter.CreateHistogram("livesop.inbox.ack.duration", "s", "From an envelope's arrival to its acknowledgement; Slack allows 3 s.", null, Quick);
    private static readonly Counter<long> InboxHandled = Meter.CreateCounter<long>("livesop.inbox.handled", "{envelope}", "Envelopes that were handled, or given up.");
    private static readonly Counter<long> EffectsSent = Meter.CreateCounter<long>("livesop.outbox.attempts", "{attempt}", "Attempts to tell Slack something, by what became of them.");
    private static readonly Histogram<double> JobDuration = Meter.CreateHistogram("livesop.job.duration", "s", "How long a job ran, to its end or until it was put off.", null, Long);
    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram("livesop.slack.call.duration", "s", "One attempt of a Web API call.", null, Quick);
    private static readonly Histogram<double> LimitWait = Meter.CreateHistogram("livesop.slack.limit.wait", "s", "Waits for Slack's limits: by our own pacing, or as Slack asked.", null, Long);
    private static readonly Counter<long> SocketEnds = Meter.CreateCounter<long>("livesop.slack.socket.reconnects", "{socket}", "Sockets that were replaced or did not come about, by why.");

    private static readonly Gauge<long> SocketsOpen = Meter.CreateGauge<long>("livesop.slack.sockets.open", "{socket}", "Sockets that Slack has greeted.");
    private static readonly Gauge<double> InboxAge = Meter.CreateGauge<double>("livesop.inbox.age", "s", "How long the oldest envelope has been waiting.");
    private static readonly Gauge<double> OutboxAge = Meter.CreateGauge<double>("livesop.outbox.age", "s", "How long the oldest effect has been waiting.");
    private static readonly Gauge<long> OutboxWaiting = Meter.CreateGauge<long>("livesop.outbox.waiting", "{effect}", "Effects that Slack was not told yet.");

    public static void Acknowledged(string envelopeType, TimeSpan took) => AckDuration.Record(took.TotalSeconds, Of("livesop.envelope.type", envelopeType));

    /// <param name="outcome"><c>handled</c> or <c>parked</c>.</param>
    public static void Handled(string workspace, int count, string outcome) => InboxHandled.Add(count, Of("livesop.workspace", workspace), Of("livesop.outcome", outcome));

    /// <param name="outcome"><c>Done</c>, <c>NotYet</c>, <c>Unsure</c> or <c>Never</c>.</param>
    public static void Told(string workspace, string kind, string outcome) =>
        EffectsSent.Add(1, Of("livesop.workspace", workspace), Of("livesop.effect.kind", kind), Of("livesop.outcome", outcome));

    /// <param name="error">What broke it off; null where it came to its end.</param>
    public static void Worked(string workspace, string kind, TimeSpan took, string? error) => JobDuration.Record(took.TotalSeconds, Tags(error, Of("livesop.workspace", workspace), Of("livesop.job.kind", kind)));

    /// <param name="error">Slack's code; null where there is none.</param>
    public static void Called(string method, TimeSpan took, string? error) => CallDuration.Record(took.TotalSeconds, Tags(error, Of("livesop.slack.method", method)));

    /// <param name="why"><c>pacing</c> or <c>retry_after</c>.</param>
    public static void Waited(string method, string why, TimeSpan delay) => LimitWait.Record(delay.TotalSeconds, Of("livesop.slack.method", method), Of("livesop.wait.reason", why));

    public static void SocketGone(string why) => SocketEnds.Add(1, Of("livesop.socket.reason", why));

    public static void Sockets(string workspace, int open) => SocketsOpen.Record(open, Of("livesop.workspace", workspace));

    public static void Inbox(TimeSpan age) => InboxAge.Record(age.TotalSeconds);

    public static void Outbox(long waiting, TimeSpan age)
    {
        OutboxWaiting.Record(waiting);
        OutboxAge.Record(age.TotalSeconds);
    }

    private static TagList Tags(string? error, params ReadOnlySpan<KeyValuePair<string, object?>> known)
    {
        var tags = new TagList(known);
        if (error is not null) tags.Add("error.type", error);
        return tags;
    }

    private static KeyValuePair<string, object?> Of(string name, string value) => new(name, value);
}
