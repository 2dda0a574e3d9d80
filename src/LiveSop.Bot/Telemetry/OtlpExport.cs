using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LiveSop.Bot.Telemetry;

/// <summary>
/// Sends what <see cref="Instruments"/> measure to a collector by OTLP, where OpenTelemetry's own variables name one: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or
/// <c>…_METRICS_ENDPOINT</c> and <c>…_TRACES_ENDPOINT</c> for one of both. All its others are obeyed too.
/// </summary>
internal static class OtlpExport
{
    private const string Prefix = "OTEL_";
    private const string Patience = "OTEL_EXPORTER_OTLP_TIMEOUT";

    public static bool IsWanted(IConfiguration environment) => Wants(environment, "METRICS") || Wants(environment, "TRACES");

    public static void AddTelemetry(this IHostApplicationBuilder builder, IConfiguration environment)
    {
        if (!IsWanted(environment)) return;
        // Shorter than OpenTelemetry's own ten seconds: a collector that hangs must not keep the bot from stopping in time.
        builder.Configuration.AddInMemoryCollection([new(Patience, "2000")]);
        builder.Configuration.AddInMemoryCollection(environment.AsEnumerable().Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal)));
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => Name(resource, environment));
        if (Wants(environment, "METRICS")) telemetry.WithMetrics(metrics => metrics.AddMeter(Instruments.Name).AddOtlpExporter());
        if (Wants(environment, "TRACES")) telemetry.WithTracing(traces => traces.AddSource(Instruments.Name).AddOtlpExporter());
    }

    private static bool Wants(IConfiguration environment, string signal) =>
        !string.Equals(environment["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(environment[$"OTEL_{signal}_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase)
        && (environment["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } || environment[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 });

    // What stands in the variables is taken up by itself, and must not be overwritten.
    private static void Name(ResourceBuilder resource, IConfiguration environment)
    {
        var named = environment["OTEL_SERVICE_NAME"] is { Length: > 0 } || environment["OTEL_RESOURCE_ATTRIBUTES"]?.Contains("service.name=", StringComparison.Ordinal) == true;
        if (!named) resource.AddService("livesop", serviceVersion: typeof(Instruments).Assembly.GetName().Version?.ToString(3));
    }
}
