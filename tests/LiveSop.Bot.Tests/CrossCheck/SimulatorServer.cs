using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Trouble;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>The simulated Slack, whose people do what the test asks for. It goes by the real clock, as the programs that run against it do.</summary>
internal sealed class SimulatorServer : SlackServer
{
    private const string Place = "support";

    private static readonly AppManifest Manifest = AppManifest.Everything with
    {
        Commands = [new SlashCommand("/sop"), new SlashCommand("/check"), new SlashCommand("/say"), new SlashCommand("/nobody")],
        Shortcuts = [new Shortcut("note", OfMessage: true), new Shortcut("note", OfMessage: false)],
    };

    private readonly SimulatedSlack slack;
    private readonly SlackWorkspace team;
    private readonly Installation app;
    private readonly Person ada;

    private SimulatorServer(SimulatedSlack slack)
    {
        this.slack = slack;
        slack.Limits.Enabled = false;
        team = slack.AddWorkspace(Blueprint.Small());
        app = team.Install(Manifest);
        ada = team.Person("ada");
        team.Conversation(Place).Join(app.Bot.Id);
    }

    public override Uri Api => slack.ApiUrl;

    public override string BotToken => app.BotToken;

    public override string AppToken => app.AppToken;

    public override string Team => team.Id;

    public override string Channel => team.Conversation(Place).Id;

    public override string Person => ada.Id;

    public override string Bot => app.Bot.Id;

    private Sight Sight => team.Visible(ada, Place);

    public static async Task<SlackServer> StartAsync() => new SimulatorServer(await SimulatedSlack.StartAsync());

    public override async Task<Spoken> SayAsync(string text, string? thread = null)
    {
        var before = slack.Deliveries.Count();
        var ts = await ada.PostAsync(Place, text, thread);
        var told = slack.Deliveries.Skip(before).ToList();
        await slack.UntilAsync(() => told.All(delivery => delivery.State != DeliveryState.Open));
        return new(ts, told.All(delivery => delivery.State == DeliveryState.Acked));
    }

    public override Task<Spoken> MentionAsync(string text) => SayAsync($"@{app.Bot.Handle} {text}");

    public override async Task SayUnheardAsync(string text)
    {
        using var lost = slack.Chaos.OnEnvelopes(Mishap.Lost, When.Next(1));
        await ada.PostAsync(Place, text);
        await slack.UntilAsync(() => slack.Deliveries.Any(delivery => delivery is { Attempt: 1, State: DeliveryState.Acked }));
    }

    public override Task EditAsync(string ts, string text) => ada.EditAsync(Place, ts, text);

    public override Task DeleteAsync(string ts) => ada.DeleteAsync(Place, ts);

    public override Task ReactAsync(string ts, string name) => ada.ReactAsync(Place, ts, name);

    public override Task OpenHomeAsync() => ada.OpenHomeAsync(app.Bot.Handle);

    public override Task<Receipt> CommandAsync(string command, string text) => ReceiptAsync(() => ada.SlashAsync(Place, command, text));

    public override Task<Receipt> PressAsync(string ts, string actionId) => ReceiptAsync(() => ada.ClickAsync(Place, ts, actionId));

    public override Task<Receipt> SuggestAsync(string ts, string actionId, string typed) => ReceiptAsync(() => ada.SuggestAsync(ada.Message(Place, ts), actionId, typed));

    public override Task<Receipt> ShortcutAsync(string callbackId, string? ts = null) =>
        ReceiptAsync(() => ts is null ? ada.ShortcutAsync(callbackId) : ada.ShortcutAsync(callbackId, Place, ts));

    public override Task<Receipt> SubmitAsync(string viewId, string actionId, string? value) => ReceiptAsync(() => ada.SubmitAsync(Modal(viewId)!, (actionId, value ?? "")));

    public override Task CloseAsync(string viewId) => ada.CloseAsync(Modal(viewId)!);

    public override Task PartAsync(Parting how)
    {
        Action part = how switch
        {
            Parting.Warning => slack.Chaos.Warn,
            Parting.Refresh => () => slack.Chaos.Refresh(),
            Parting.SwitchedOff => slack.Chaos.DisableLink,
            Parting.Close => slack.Chaos.Close,
            _ => slack.Chaos.ResetConnections,
        };
        part();
        slack.Chaos.LinkDisabled = false;
        return Task.CompletedTask;
    }

    public override Task LimitAsync(string method, int times, int retryAfterSeconds)
    {
        slack.Chaos.OnCalls(new CallTrouble.TooSoon(retryAfterSeconds), When.Next(times), method);
        return Task.CompletedTask;
    }

    public override async Task<Receipt> EnvelopeAsync(string type, JsonNode payload) =>
        ReceiptOf(await team.Admin.SendAsync(app, type, JsonSerializer.SerializeToElement(payload)));

    public override Task FrameAsync(string text)
    {
        slack.Chaos.Say(text);
        return Task.CompletedTask;
    }

    public override Task<SocketCount> SocketsAsync()
    {
        var sockets = app.App.Sockets;
        return Task.FromResult(new SocketCount(sockets.Open.Count, sockets.Opened, sockets.Fewest));
    }

    public override Task WatchSocketsAsync()
    {
        app.App.Sockets.Watch();
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyList<JsonNode>> CallsAsync(string method) =>
        Task.FromResult<IReadOnlyList<JsonNode>>([.. slack.Calls.Where(call => call.Method == method).Select(call => Arguments(call.Args.Values))]);

    public override Task<JsonNode> MessageAsync(string ts) => Task.FromResult(Node(ada.Message(Place, ts).Json)!);

    public override Task<IReadOnlyList<JsonNode>> ThreadAsync(string ts) => Task.FromResult(Nodes(Sight.Thread(ts).Where(message => !message.IsEphemeral)));

    public override Task<IReadOnlyList<JsonNode>> WhispersAsync() => Task.FromResult(Nodes(Sight.Messages.Where(message => message.IsEphemeral)));

    public override Task<JsonNode?> ViewAsync(string viewId) => Task.FromResult(Node(Modal(viewId)?.Json));

    public override Task<JsonNode?> HomeAsync() => Task.FromResult(Node(Sight.Homes.SingleOrDefault()?.Json));

    public override Task<IReadOnlyList<string>> FaultsAsync() => Task.FromResult<IReadOnlyList<string>>([.. slack.Faults.Select(fault => fault.Why)]);

    public override ValueTask DisposeAsync() => slack.DisposeAsync();

    private View? Modal(string id) => Sight.Modals.SingleOrDefault(view => view.Id == id);

    /// <summary>What the client did with the envelope that a gesture made. One gesture at a time.</summary>
    private async Task<Receipt> ReceiptAsync(Func<Task> gesture)
    {
        var before = slack.Deliveries.Count(IsGesture);
        await gesture();
        return ReceiptOf(slack.Deliveries.Where(IsGesture).ElementAt(before));
    }

    private static bool IsGesture(Delivery delivery) => delivery.EventId is null;

    private static Receipt ReceiptOf(Delivery delivery) => new(delivery.State == DeliveryState.Acked, Node(delivery.Response));

    private static IReadOnlyList<JsonNode> Nodes(IEnumerable<SeenMessage> messages) => [.. messages.Select(message => Node(message.Json)!)];

    private static JsonNode? Node(JsonElement? json) => json is { } there ? JsonNode.Parse(there.GetRawText()) : null;

    /// <summary>Nested values come as JSON text.</summary>
    private static JsonObject Arguments(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, value.Value is ['{' or '[', ..] ? JsonNode.Parse(value.Value) : value.Value)));
}
