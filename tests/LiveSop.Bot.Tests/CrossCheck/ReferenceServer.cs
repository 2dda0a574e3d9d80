using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>The Slack of <c>tests/CrossCheck/reference-server.js</c>, steered as its README says.</summary>
public sealed class ReferenceServer : SlackServer
{
    private readonly NodeProgram program;
    private readonly HttpClient http;

    private ReferenceServer(NodeProgram program, Uri address)
    {
        this.program = program;
        Api = new Uri(address, "api/");
        http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(address, "control/") };
    }

    public override Uri Api { get; }

    public override string Channel => "C0GENERAL";

    public override string Person => "U0ALICE";

    public override string Bot => "U0BOT";

    public static async Task<ReferenceServer> StartAsync()
    {
        var program = await NodeProgram.StartAsync("reference-server.js");
        var listening = await program.SaysAsync(line => line["listening"] is not null);
        return new(program, new Uri((string)listening["listening"]! + "/"));
    }

    public override Task<Delivery> EventAsync(JsonObject inner, string? eventId = null, int retry = 0) =>
        DeliverAsync("event", new() { ["event"] = inner, ["event_id"] = eventId, ["retry_attempt"] = retry });

    public override Task<Delivery> CommandAsync(string command, string text) => DeliverAsync("command", new() { ["command"] = command, ["text"] = text });

    public override Task<Delivery> PressAsync(string channel, string ts, string actionId, string value) => DeliverAsync("action", new()
    {
        ["channel"] = channel,
        ["ts"] = ts,
        ["action"] = new JsonObject { ["type"] = "button", ["action_id"] = actionId, ["value"] = value },
    });

    public override Task<Delivery> SubmitAsync(string viewId, JsonObject values) => DeliverAsync("submit", new() { ["view_id"] = viewId, ["values"] = values });

    public override Task<Delivery> CloseAsync(string viewId) => DeliverAsync("close", new() { ["view_id"] = viewId });

    public override Task<Delivery> SuggestAsync(string actionId, string typed) => DeliverAsync("suggest", new() { ["action_id"] = actionId, ["value"] = typed });

    public override Task<Delivery> ShortcutAsync(string callbackId, string? ts = null) =>
        DeliverAsync("shortcut", new() { ["callback_id"] = callbackId, ["channel"] = Channel, ["ts"] = ts });

    public override Task DisconnectAsync(string reason) => PostAsync("disconnect", new() { ["reason"] = reason });

    public override Task LimitAsync(string method, int times, int retryAfterSeconds) =>
        PostAsync("fail", new() { ["method"] = method, ["times"] = times, ["retry_after"] = retryAfterSeconds });

    public override async Task<int> SocketsAsync() => (int)(await StateAsync())["sockets"]!;

    public override async Task<IReadOnlyList<JsonNode>> CallsAsync(string method) =>
        [.. (await LogAsync()).Where(entry => (string?)entry["kind"] == "call" && (string?)entry["method"] == method).Select(entry => entry["args"]!)];

    public override async Task<IReadOnlyList<JsonNode>> ResponsesAsync() => [.. (await LogAsync()).Where(entry => (string?)entry["kind"] == "response_url").Select(entry => entry["body"]!)];

    public override async Task<JsonNode?> MessageAsync(string channel, string ts) =>
        (await StateAsync())["messages"]!.AsArray().FirstOrDefault(message => (string?)message!["channel"] == channel && (string?)message["ts"] == ts);

    public override async Task<JsonNode?> ViewAsync(string viewId) => (await StateAsync())["views"]!.AsArray().FirstOrDefault(view => (string?)view!["id"] == viewId);

    public override async Task<JsonNode?> HomeAsync(string person) => (await StateAsync())["homes"]![person];

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }

    private async Task<Delivery> DeliverAsync(string what, JsonObject body)
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

    private async Task<IEnumerable<JsonNode>> LogAsync() => (await http.GetFromJsonAsync<JsonNode>("log"))!["entries"]!.AsArray().Select(entry => entry!);
}
