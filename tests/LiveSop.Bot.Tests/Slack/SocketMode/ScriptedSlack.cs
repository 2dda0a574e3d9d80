using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

/// <summary>
/// The other end of the socket, on loopback: it hands out addresses, accepts sockets, and does with each what the test says. What it
/// counts is its own view, not the client's.
/// </summary>
internal sealed class ScriptedSlack : IAsyncDisposable
{
    public const string Hello = """{"type":"hello","num_connections":1}""";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly List<ServerSocket> sockets = [];
    private readonly CancellationTokenSource ending = new();
    private int watchedFrom = int.MaxValue;

    private ScriptedSlack(WebApplication app) => this.app = app;

    /// <summary>What happens on each socket, by its number from 1; without it, a greeting.</summary>
    public Func<ServerSocket, Task> OnSocket { get; set; } = socket => socket.SendAsync(Hello);

    public Uri ApiUrl { get; private set; } = null!;

    /// <summary>Addresses asked for, refusals included.</summary>
    public int Asked { get; private set; }

    public IReadOnlyList<ServerSocket> Sockets
    {
        get
        {
            lock (sockets) return [.. sockets];
        }
    }

    public int Greeted => Sockets.Count(socket => socket.IsGreeted);

    /// <summary>The fewest sockets that were greeted and open at once while it watched.</summary>
    public int Fewest { get; private set; } = int.MaxValue;

    public static async Task<ScriptedSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new ScriptedSlack(builder.Build());
        slack.app.UseWebSockets();
        slack.app.MapPost("/api/apps.connections.open", slack.Open);
        slack.app.Map("/link", slack.AcceptAsync);
        await slack.app.StartAsync();
        slack.ApiUrl = new Uri($"{slack.app.Urls.Single()}/api/");
        return slack;
    }

    /// <summary>The next requests for an address are refused like this.</summary>
    public void Refuse(params string[] codes) => Array.ForEach(codes, errors.Enqueue);

    /// <summary>From the moment that so many sockets are greeted, it counts them at every change.</summary>
    public void Watch(int count) => watchedFrom = count;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        foreach (var socket in Sockets) socket.Reset();
        await app.DisposeAsync();
        ending.Dispose();
    }

    private void Count()
    {
        lock (sockets)
        {
            var now = sockets.Count(socket => socket.IsGreeted);
            if (now >= watchedFrom || Fewest != int.MaxValue) Fewest = Math.Min(Fewest, now);
        }
    }

    private IResult Open()
    {
        Asked++;
        return errors.TryDequeue(out var code)
            ? Results.Text($$"""{"ok":false,"error":"{{code}}"}""", "application/json")
            : Results.Text($$"""{"ok":true,"url":"ws://{{ApiUrl.Authority}}/link?ticket={{Asked}}"}""", "application/json");
    }

    private async Task AcceptAsync(HttpContext context)
    {
        using var web = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.Zero });
        ServerSocket socket;
        lock (sockets) sockets.Add(socket = new ServerSocket(sockets.Count + 1, web, context, Count));
        await socket.RunAsync(OnSocket, ending.Token);
    }
}
