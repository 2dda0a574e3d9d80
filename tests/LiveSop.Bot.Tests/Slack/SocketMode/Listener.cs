using System.Collections.Concurrent;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

/// <summary>The bot's end, listening to a <see cref="ScriptedSlack"/> or to another Slack.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http = SlackHttp.Create(SlackHttp.CreateHandler());
    private readonly ConcurrentQueue<Envelope> received = new();

    public Listener(ScriptedSlack slack, Action<SocketOptions>? configure = null)
        : this(slack.ApiUrl, new SlackTokens("xoxb-1", "xapp-1"), configure)
    {
    }

    public Listener(Uri apiUrl, SlackTokens tokens, Action<SocketOptions>? configure = null)
    {
        var options = new SocketOptions { Sockets = 1, Stagger = TimeSpan.Zero };
        configure?.Invoke(options);
        Web = new WebOptions { ApiUrl = apiUrl, Limits = false, AttemptTimeout = TimeSpan.FromMinutes(5) };
        Api = new SlackApi(http, () => tokens, Web, Clock, NullLogger<SlackApi>.Instance);
        Respond = new ResponseUrl(http, Web, Clock);
        Sockets = new SlackSockets(Api, options, ReceiveAsync, Clock, NullLogger<SlackSockets>.Instance);
        Running = Sockets.RunAsync(stop.Token);
    }

    public RecordingClock Clock { get; } = new();

    public WebOptions Web { get; }

    public SlackApi Api { get; }

    public ResponseUrl Respond { get; }

    public SlackSockets Sockets { get; }

    public Task<ListeningEnd> Running { get; }

    /// <summary>What takes the envelopes; without it, they are taken at once.</summary>
    public Func<Envelope, CancellationToken, ValueTask<Ack>> Receive { get; set; } = (_, _) => ValueTask.FromResult(Ack.Empty);

    public IEnumerable<Envelope> Envelopes => [.. received];

    public IEnumerable<string> Received => Envelopes.Select(envelope => envelope.Id);

    public Task UntilAsync(Func<bool> holds, double step = 0) => Clock.UntilAsync(holds, step);

    public async Task<ListeningEnd> StopAsync(double step = 0)
    {
        await stop.CancelAsync();
        await Clock.UntilAsync(() => Running.IsCompleted, step);
        return await Running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(step: 1);
        stop.Dispose();
        http.Dispose();
    }

    private ValueTask<Ack> ReceiveAsync(Envelope envelope, CancellationToken cancellation)
    {
        received.Enqueue(envelope);
        return Receive(envelope, cancellation);
    }
}
