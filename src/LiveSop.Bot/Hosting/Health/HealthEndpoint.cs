using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting.Health;

/// <summary>
/// Says by HTTP how the bot is: <c>/live</c>, whether the process works, and <c>/ready</c>, whether it can do its work. Both answer 200 or 503 with a <see cref="HealthReply"/>.
/// The first to start and the last to stop, so that it can say that the bot is stopping. Where its address is taken the bot runs without it.
/// </summary>
internal sealed partial class HealthEndpoint(HealthSettings settings, Readiness readiness, IServiceProvider bot, ILoggerFactory logs) : IHostedService, IDisposable
{
    private const string Live = "live";
    private const string Ready = "ready";

    private readonly ILogger log = logs.CreateLogger<HealthEndpoint>();
    private WebApplication? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        server = Build();
        try
        {
            await server.StartAsync(cancellationToken);
            Listening(log, settings.Url);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            CannotListen(log, settings.Url, e.GetBaseException() is SocketException { SocketErrorCode: var code } ? code.ToString() : "in use");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is not null) await server.StopAsync(cancellationToken);
    }

    public void Dispose() => ((IDisposable?)server)?.Dispose();

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "livesop" });
        builder.WebHost.UseKestrelCore().UseUrls(settings.Url);
        builder.Services.AddSingleton(logs).AddSingleton<IHostLifetime, OfTheBot>().AddRoutingCore();
        var checks = builder.Services.AddHealthChecks().AddCheck("loops", Loops, [Live, Ready]);
        foreach (var (name, check) in new (string, Func<HealthCheckResult>)[]
            { ("database", readiness.Database), ("workspaces", readiness.Workspaces), ("sockets", readiness.Sockets), ("inbox", readiness.Inbox), ("parked", readiness.Parked) })
            checks.AddCheck(name, check, [Ready]);
        var app = builder.Build();
        foreach (var tag in new[] { Live, Ready })
            app.MapHealthChecks($"/{tag}", new HealthCheckOptions { Predicate = check => check.Tags.Contains(tag), ResponseWriter = (context, report) => HealthReply.WriteAsync(context, report, tag) });
        return app;
    }

    /// <summary>A loop that came to an end works on nothing any more, however well the rest does.</summary>
    private HealthCheckResult Loops()
    {
        if (bot.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy("The bot is stopping.");
        var dead = bot.GetServices<IHostedService>().OfType<BackgroundService>().Where(loop => loop.ExecuteTask is { IsCompleted: true }).Select(loop => loop.GetType().Name).ToList();
        return dead.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Not running any more: {string.Join(", ", dead)}; restart the bot.");
    }

    /// <summary>Signals are the bot's to hear, not its endpoint's.</summary>
    private sealed class OfTheBot : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Health is told at {Url}, under /live and /ready.")]
    private static partial void Listening(ILogger log, string url);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Health cannot be told at {Url} ({Reason}); choose another address in Health:Url. The bot runs without.")]
    private static partial void CannotListen(ILogger log, string url, string reason);
}
