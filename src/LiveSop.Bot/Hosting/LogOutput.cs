using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LiveSop.Bot.Hosting;

/// <summary>How the bot writes its log. Section <c>Logging</c>.</summary>
internal sealed record LoggingSettings
{
    /// <summary><c>plain</c>: a line for a person. <c>json</c>: a line for a program, an object whose <c>State</c> has the ids as fields.</summary>
    public string Format { get; init; } = "plain";
}

/// <summary>The log, on standard output. Both forms say the same: ids, and never what was said or a secret.</summary>
internal static class LogOutput
{
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static ILoggingBuilder AddLogs(this ILoggingBuilder logging, LoggingSettings settings) =>
        settings.Format == "json" ? logging.AddLevels().AddJsonConsole(Json) : logging.AddPlainConsole();

    /// <summary>A line each: when, how grave, where from, what.</summary>
    public static ILoggingBuilder AddPlainConsole(this ILoggingBuilder logging) => logging.AddLevels().AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = $"{Stamp} ";
        console.UseUtcTimestamp = true;
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    });

    private static ILoggingBuilder AddLevels(this ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Npgsql", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning);

    private static void Json(JsonConsoleFormatterOptions console)
    {
        console.TimestampFormat = Stamp;
        console.UseUtcTimestamp = true;
        console.JsonWriterOptions = new JsonWriterOptions { Indented = false };
    }
}
