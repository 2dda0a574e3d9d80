using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Bot.Tests.Telemetry;

/// <summary>A collector of OTLP over HTTP that keeps what it is sent. Names stand in the bodies as they are, whatever the rest is encoded like.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private readonly WebApplication server;

    private Collector(WebApplication server) => this.server = server;

    public string Url => server.Urls.Single();

    /// <summary>All of it, one after the other.</summary>
    public string Received(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.server.Run(collector.KeepAsync);
        await collector.server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((context.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
    }
}
