using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Tests.Slack.SocketMode;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>
/// The bot's own client on a server of each test's own. The client and both servers were written apart, from the same facts: where they differ, one has
/// misread them.
/// </summary>
public abstract class ClientTests(Func<Task<SlackServer>> startServer) : IAsyncLifetime
{
    private const int Sockets = 2;

    private protected SlackServer Slack { get; private set; } = null!;

    private protected Listener Bot { get; private set; } = null!;

    private protected SlackApi Api => Bot.Api;

    private protected ChannelId Channel => new(Slack.Channel);

    private protected UserId Person => new(Slack.Person);

    private protected IEnumerable<SlackPayload> Payloads => Bot.Envelopes.Select(SlackPayload.Read);

    private protected IEnumerable<SlackEvent> Events => Payloads.OfType<SlackPayload.EventCallback>().Select(callback => callback.Event);

    public async Task InitializeAsync()
    {
        Slack = await startServer();
        Bot = Listen(Slack);
        await Bot.UntilAsync(() => Bot.Sockets.Health.Open == Sockets);
    }

    public async Task DisposeAsync()
    {
        // Either may not have come up.
        if (Bot is not null) await Bot.DisposeAsync();
        if (Slack is not null) await Slack.DisposeAsync();
    }

    /// <summary>Answers in the acknowledgements from now on.</summary>
    private protected void AckWith(Func<SlackPayload, JsonNode?> answer) =>
        Bot.Receive = (envelope, _) => ValueTask.FromResult(new Ack(answer(SlackPayload.Read(envelope))));

    private protected async Task<T> HeardAsync<T>() where T : SlackPayload
    {
        await Bot.UntilAsync(() => Payloads.OfType<T>().Any());
        return Payloads.OfType<T>().Single();
    }

    /// <summary>Ends every connection, and waits until others have taken their places.</summary>
    private protected async Task ReplaceSocketsAsync(Parting how)
    {
        await Slack.PartAsync(how);
        await UntilReplacedAsync();
    }

    /// <summary>Lets time pass until there are new sockets and no old ones.</summary>
    private protected Task UntilReplacedAsync() => SlackServer.UntilAsync(async () =>
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(0.1));
        return await Slack.SocketsAsync() is { Opened: >= 2 * Sockets, Open: Sockets };
    }, "new sockets");

    /// <summary>Posts a message with a button and a menu in it.</summary>
    private protected Task<PostedAt> PostFormAsync() => Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("Shall I?", new JsonArray(Buttons())));

    private protected static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text) };

    private protected static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    private protected static JsonObject Modal(string title, params JsonNode[] blocks) =>
        new() { ["type"] = "modal", ["title"] = Plain(title), ["submit"] = Plain("Save"), ["notify_on_close"] = true, ["blocks"] = new JsonArray(blocks) };

    private static Listener Listen(SlackServer slack) => new(slack.Api, new SlackTokens(slack.BotToken, slack.AppToken), options => options.Sockets = Sockets);

    private static JsonObject Buttons() => new()
    {
        ["type"] = "actions",
        ["block_id"] = "choices",
        ["elements"] = new JsonArray(
            new JsonObject { ["type"] = "button", ["action_id"] = "go", ["text"] = Plain("Go"), ["value"] = "run:1" },
            new JsonObject { ["type"] = "external_select", ["action_id"] = "pick", ["placeholder"] = Plain("Which one?"), ["min_query_length"] = 1 }),
    };
}
