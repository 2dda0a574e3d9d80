using System.Net;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Stage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>The server: one door per thing that Slack's addresses serve.</summary>
internal sealed class Front(World world, Journal<CallRecord> calls) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ApiDoor _api = new(world, calls);
    private readonly FileDoor _files = new(world);
    private readonly ResponseDoor _responses = new(world);
    private WebApplication? _server;

    /// <returns>The root address, without a slash at its end.</returns>
    public async Task<string> StartAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1L << 30;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        _server = builder.Build();
        _server.Run(ServeAsync);
        await _server.StartAsync();
        return _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_server is not null)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _server.StopAsync(limit.Token);
            await _server.DisposeAsync();
        }
        _stop.Dispose();
    }

    private Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/api/", StringComparison.Ordinal)) return _api.ServeAsync(context, path[5..], _stop.Token);
        if (path.StartsWith("/link", StringComparison.Ordinal)) return world.Door.EnterAsync(context, _stop.Token);
        if (path.StartsWith("/commands/", StringComparison.Ordinal) || path.StartsWith("/actions/", StringComparison.Ordinal)) return _responses.ServeAsync(context);
        if (path.StartsWith("/upload/", StringComparison.Ordinal)) return _files.TakeAsync(context);
        if (path.StartsWith("/files/", StringComparison.Ordinal)) return _files.GiveAsync(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
