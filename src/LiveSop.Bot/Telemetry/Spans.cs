using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace LiveSop.Bot.Telemetry;

/// <summary>The pieces of an envelope's way. Each is null, and costs a look at a flag, where nobody listens.</summary>
/// <remarks>An envelope's trace counts as sampled by its parent, which no program made: to keep a part only, set <c>OTEL_TRACES_SAMPLER=traceidratio</c>.</remarks>
internal static class Spans
{
    /// <summary>From the arrival of an envelope until it is durable.</summary>
    public static Activity? Receive(string workspace, string key, string type) => OfEnvelope("livesop.receive", ActivityKind.Consumer, workspace, key)?.SetTag("livesop.envelope.type", type);

    /// <summary>Its handling. On another replica and days later it is still of the same trace: what an envelope's trace is called follows from its key.</summary>
    public static Activity? Handle(string workspace, string key) => OfEnvelope("livesop.handle", ActivityKind.Internal, workspace, key);

    public static Activity? Effect(string workspace, Guid effect, string kind) =>
        Instruments.Traces.StartActivity("livesop.effect", ActivityKind.Producer)?.SetTag("livesop.workspace", workspace).SetTag("livesop.effect", effect.ToString()).SetTag("livesop.effect.kind", kind);

    public static Activity? Job(string workspace, string job, string kind) =>
        Instruments.Traces.StartActivity("livesop.job")?.SetTag("livesop.workspace", workspace).SetTag("livesop.job", job).SetTag("livesop.job.kind", kind);

    /// <summary>One attempt of a Web API call. Its arguments are what was said, and stay out.</summary>
    public static Activity? Call(string method) => Instruments.Traces.StartActivity(method, ActivityKind.Client)?.SetTag("livesop.slack.method", method);

    /// <param name="error">An error's code or type; never its message, which may quote.</param>
    public static void Fail(this Activity? span, string error) => span?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);

    private static Activity? OfEnvelope(string name, ActivityKind kind, string workspace, string key) => !Instruments.Traces.HasListeners() ? null
        : Instruments.Traces.StartActivity(name, kind, Trace(workspace, key))?.SetTag("livesop.workspace", workspace).SetTag("livesop.envelope.key", key);

    private static ActivityContext Trace(string workspace, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {key}")).AsSpan();
        return new(ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash[16..24]), ActivityTraceFlags.Recorded, isRemote: true);
    }
}
