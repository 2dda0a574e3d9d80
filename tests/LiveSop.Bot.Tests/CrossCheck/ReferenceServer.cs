using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>The Slack of <c>tests/CrossCheck/reference-server.js</c>, steered as its README says.</summary>
public sealed class ReferenceServer : SlackServer
{
    private readonly NodeProgram program;
    private readonly HttpClient http;
    private int watched;

    private ReferenceServer(NodeProgram program, Uri address)
    {
        this.program = program;
        Api = new Uri(address, "api/");
        http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(address, "control/") };
    }

    public override Uri Api { get; }

    public override string BotToken => "xoxb-cross-check";

    public override string AppToken => "xapp-cross-check";

    public override string Team => "T0LOCAL";

    public override string Channel => "C0GENERAL";

    public override string Person => "U0ALICE";

    public override string Bot => "U0BOT";

    public static async Task<SlackServer> StartAsync()
    {
        var program = await NodeProgram.StartAsync("reference-server.js");
        var listening = await program.SaysAsync(line => line["listening"] is not null);
        return new ReferenceServer(program, new Uri((string)listening["listening"]! + "/"));
    }

    public override Task<Spoken> SayAsync(string text, string? thread = null) => SpeakAsync(new() { ["text"] = text, ["thread_ts"] = thread });

    public override Task<Spoken> MentionAsync(string text) => SayAsync($"<@{Bot}> {text}");

    public override Task SayUnheardAsync(string text) => SpeakAsync(new() { ["text"] = text, ["retry_attempt"] = 1 });

    public override Task EditAsync(string ts, string text) => PostAsync("edit", new() { ["ts"] = ts, ["text"] = text });

    public override Task DeleteAsync(string ts) => PostAsync("remove", new() { ["ts"] = ts });

    public override Task ReactAsync(string ts, string name) => PostAsync("react", new() { ["ts"] = ts, ["name"] = name });

    public override Task OpenHomeAsync() => PostAsync("home", []);

    public override Task<Receipt> CommandAsync(string command, string text) => DeliverAsync("command", new() { ["command"] = command, ["text"] = text });

    public override Task<Receipt> PressAsync(string ts, string actionId) => DeliverAsync("press", new() { ["ts"] = ts, ["action_id"] = actionId });

    public override Task<Receipt> SuggestAsync(string ts, string actionId, string typed) =>
        DeliverAsync("suggest", new() { ["ts"] = ts, ["action_id"] = actionId, ["value"] = typed });

    public override Task<Receipt> ShortcutAsync(string callbackId, string? ts = null) => DeliverAsync("shortcut", new() { ["callback_id"] = callbackId, ["ts"] = ts });

    public override Task<Receipt> SubmitAsync(string viewId, string actionId, string? value) =>
        DeliverAsync("submit", new() { ["view_id"] = viewId, ["action_id"] = actionId, ["value"] = value });

    public override Task CloseAsync(string viewId) => PostAsync("close", new() { ["view_id"] = viewId });

    public override Task PartAsync(Parting how) => PostAsync("disconnect", how switch
    {
        Parting.Warning => new() { ["reason"] = "warning" },
        Parting.Refresh => new() { ["reason"] = "refresh_requested" },
        Parting.SwitchedOff => new() { ["reason"] = "link_disabled" },
        Parting.Close => new() { ["close"] = true },
        _ => new() { ["reset"] = true },
    });

    public override Task LimitAsync(string method, int times, int retryAfterSeconds) =>
        PostAsync("fail", new() { ["method"] = method, ["times"] = times, ["retry_after"] = retryAfterSeconds });

    public override Task<Receipt> EnvelopeAsync(string type, JsonNode payload) => DeliverAsync("envelope", new() { ["type"] = type, ["payload"] = payload });

    public override Task FrameAsync(string text) => PostAsync("raw", new() { ["text"] = text });

    public override async Task WatchSocketsAsync() => watched = (await LogAsync()).Count;

    public override async Task<SocketCount> SocketsAsync()
    {
        var log = await LogAsync();
        var changes = log.Where(entry => (string?)entry["kind"] == "socket").ToList();
        var counts = changes.Select(change => (int)change["count"]!).Prepend(0).ToList();
        // From the count that there was when watching began.
        var since = log.Take(watched).Count(changes.Contains);
        return new(counts[^1], changes.Count(change => (string?)change["what"] == "open"), counts[since..].Min());
    }

    public override async Task<IReadOnlyList<JsonNode>> CallsAsync(string method) =>
        [.. (await LogAsync()).Where(entry => (string?)entry["kind"] == "call" && (string?)entry["method"] == method).Select(entry => entry["args"]!)];

    public override async Task<JsonNode> MessageAsync(string ts) => (await AllAsync("messages")).Single(message => (string?)message["ts"] == ts);

    public override async Task<IReadOnlyList<JsonNode>> ThreadAsync(string ts) => [.. (await AllAsync("messages")).Where(message => (string?)message["thread_ts"] == ts)];

    public override Task<IReadOnlyList<JsonNode>> WhispersAsync() => AllAsync("whispers");

    public override async Task<JsonNode?> ViewAsync(string viewId) => (await AllAsync("views")).SingleOrDefault(view => (string?)view["id"] == viewId);

    public override async Task<JsonNode?> HomeAsync() => (await StateAsync())["homes"]![Person];

    public override async Task<IReadOnlyList<string>> FaultsAsync() => [.. (await AllAsync("faults")).Select(fault => (string)fault!)];

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }

    private async Task<Spoken> SpeakAsync(JsonObject what)
    {
        var done = await PostAsync("say", what);
        return new((string)done["ts"]!, (bool)done["acked"]!);
    }

    private async Task<Receipt> DeliverAsync(string what, JsonObject body)
    {
        var done = await PostAsync(what, body);
        return new((bool)done["acked"]!, done["payload"]);
    }

    private async Task<JsonNode> PostAsync(string what, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(what, body);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<JsonNode> StateAsync() => (await http.GetFromJsonAsync<JsonNode>("state"))!;

    private async Task<IReadOnlyList<JsonNode>> AllAsync(string what) => [.. (await StateAsync())[what]!.AsArray().Select(one => one!)];

    private async Task<IReadOnlyList<JsonNode>> LogAsync() => [.. (await http.GetFromJsonAsync<JsonNode>("log"))!["entries"]!.AsArray().Select(entry => entry!)];
}
