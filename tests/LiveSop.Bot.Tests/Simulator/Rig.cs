using System.Text.Json;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.Simulator;

/// <summary>A simulated Slack with a small workspace, an app in it, and a clock that only the test turns.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private Rig(SimulatedSlack slack, FakeTimeProvider clock, AppManifest manifest)
    {
        (Slack, Clock) = (slack, clock);
        Team = slack.AddWorkspace(Blueprint.Small());
        App = Team.Install(manifest);
        (Ada, Bo, Cy) = (Team.Person("ada"), Team.Person("bo"), Team.Person("cy"));
    }

    public SimulatedSlack Slack { get; }

    public FakeTimeProvider Clock { get; }

    public SlackWorkspace Team { get; }

    public Installation App { get; }

    /// <summary>Owner; in general, support and secret.</summary>
    public Person Ada { get; }

    /// <summary>Member; in general and support.</summary>
    public Person Bo { get; }

    /// <summary>Guest; in support.</summary>
    public Person Cy { get; }

    public string Support => Team.Conversation("support").Id;

    /// <param name="inside">Channels that the bot is in from the start.</param>
    public static async Task<Rig> StartAsync(AppManifest? manifest = null, params string[] inside)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 14, 8, 0, 0, TimeSpan.Zero));
        var rig = new Rig(await SimulatedSlack.StartAsync(new SlackOptions { Clock = clock }), clock, manifest ?? AppManifest.Everything);
        foreach (var channel in inside.Length == 0 ? ["support"] : inside) rig.Team.Conversation(channel).Join(rig.App.Bot.Id);
        return rig;
    }

    /// <summary>As forms, with the bot's token.</summary>
    public Task<JsonElement> CallAsync(string method, params (string Name, string Value)[] args) => CallAsync(method, App.BotToken, args);

    public async Task<JsonElement> CallAsync(string method, string token, (string Name, string Value)[] args)
    {
        using var answer = await SendAsync(method, token, new FormUrlEncodedContent(args.Select(a => KeyValuePair.Create(a.Name, a.Value))));
        return await ReadAsync(answer);
    }

    public async Task<HttpResponseMessage> SendAsync(string method, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.ApiUrl, method)) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string url, HttpContent content) => _http.PostAsync(new Uri(url), content);

    public async Task<HttpResponseMessage> GetAsync(string url, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url));
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await _http.SendAsync(request);
    }

    /// <summary>Posts as the bot into support.</summary>
    /// <returns>Its timestamp.</returns>
    public async Task<string> SayAsync(string text, params (string Name, string Value)[] more)
    {
        var answer = await CallAsync("chat.postMessage", [("channel", Support), ("text", text), .. more]);
        return answer.Get("ts") ?? throw new InvalidOperationException(answer.ToString());
    }

    public async Task<Listener> ListenAsync() => await Listener.OpenAsync(await SocketUrlAsync());

    public async Task<Uri> SocketUrlAsync() => new((await CallAsync("apps.connections.open", App.AppToken, [])).Get("url")!);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Slack.DisposeAsync();
    }
}
