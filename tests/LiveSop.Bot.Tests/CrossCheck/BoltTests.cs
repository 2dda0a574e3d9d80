using System.Text.Json.Nodes;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What Slack's own framework, unmodified, makes of a server. A server that passes is one that real apps take for Slack.</summary>
public abstract class BoltTests(BoltRun run)
{
    private readonly SlackServer slack = run.Server;
    private readonly NodeProgram bolt = run.Bolt;

    [Fact]
    public async Task a_message_is_heard()
    {
        var delivery = await slack.MessageEventAsync("the export hangs", SlackServer.Ts(1));

        delivery.Acked.Should().BeTrue();
        var heard = await bolt.HandledAsync("message", line => (string?)line["ts"] == SlackServer.Ts(1));
        ((string?)heard["text"]).Should().Be("the export hangs");
        ((string?)heard["user"]).Should().Be(slack.Person);
    }

    [Fact]
    public async Task a_mention_is_answered_in_its_thread()
    {
        await slack.MessageEventAsync($"<@{slack.Bot}> which SOP?", SlackServer.Ts(2), "app_mention");

        await bolt.HandledAsync("app_mention", line => ((string?)line["text"])!.EndsWith("which SOP?", StringComparison.Ordinal));
        var call = (await slack.CallsAsync("chat.postMessage")).Single(call => (string?)call["thread_ts"] == SlackServer.Ts(2));
        ((string?)call["text"]).Should().Be($"Hello <@{slack.Person}>");
        call["blocks"]!.AsArray().Should().HaveCount(2, "nested values are sent as JSON within a form");
        ((string?)call["metadata"]!["event_type"]).Should().Be("cross_check");
    }

    [Fact]
    public async Task a_delivery_again_says_so()
    {
        await slack.EventAsync(new() { ["type"] = "app_mention", ["user"] = slack.Person, ["text"] = "again", ["ts"] = SlackServer.Ts(3), ["channel"] = slack.Channel, ["event_ts"] = SlackServer.Ts(3) }, "EvAgain", retry: 1);

        var heard = await bolt.HandledAsync("app_mention", line => (string?)line["text"] == "again");
        ((int)heard["retry"]!).Should().Be(1);
    }

    [Fact]
    public async Task a_command_opens_a_modal_and_its_trigger_opens_no_second_one()
    {
        var delivery = await slack.CommandAsync("/check", "first");

        delivery.Acked.Should().BeTrue();
        var handled = await bolt.HandledAsync("command", line => (string?)line["text"] == "first");
        ((string?)handled["again"]).Should().Be("exchanged_trigger_id");
        ((string?)(await slack.ViewAsync((string)handled["view_id"]!))!["callback_id"]).Should().Be("form");
        (await slack.ResponsesAsync()).Should().Contain(body => (string?)body["text"] == "opened" && (string?)body["response_type"] == "ephemeral");
    }

    [Fact]
    public async Task a_command_may_be_answered_with_its_acknowledgement()
    {
        var delivery = await slack.CommandAsync("/say", "hello");

        ((string?)delivery.Payload!["text"]).Should().Be("You said hello");
    }

    [Fact]
    public async Task a_command_that_nobody_handles_is_not_acknowledged() => (await slack.CommandAsync("/nobody", "")).Acked.Should().BeFalse();

    [Fact]
    public async Task a_press_changes_the_message()
    {
        await slack.MessageEventAsync("press me", SlackServer.Ts(4), "app_mention");
        var posted = await bolt.HandledAsync("app_mention", line => (string?)line["text"] == "press me");
        var (channel, ts) = ((string)posted["channel"]!, (string)posted["ts"]!);

        var delivery = await slack.PressAsync(channel, ts, "done", "run:1");

        delivery.Acked.Should().BeTrue();
        var handled = await bolt.HandledAsync("action", line => (string?)line["ts"] == ts);
        ((string?)handled["value"]).Should().Be("run:1");
        ((string?)handled["container"]).Should().Be("message");
        var message = await slack.MessageAsync(channel, ts);
        ((string?)message!["text"]).Should().Be("Done");
        message["edited"].Should().NotBeNull();
    }

    [Fact]
    public async Task a_form_filled_in_badly_stays_open_with_what_is_wrong()
    {
        var delivery = await SubmitAsync(await OpenFormAsync("bad"), "x");

        ((string?)delivery.Payload!["response_action"]).Should().Be("errors");
        ((string?)delivery.Payload["errors"]!["title"]).Should().Be("At least 3 letters");
    }

    [Fact]
    public async Task a_form_left_empty_comes_as_null() =>
        ((string?)(await SubmitAsync(await OpenFormAsync("empty"), null)).Payload!["response_action"]).Should().Be("errors");

    [Fact]
    public async Task a_form_filled_in_well_closes()
    {
        var delivery = await SubmitAsync(await OpenFormAsync("good"), "A good title");

        delivery.Acked.Should().BeTrue();
        delivery.IsAnswered.Should().BeFalse();
    }

    [Fact]
    public async Task a_form_may_be_replaced_at_once_and_again_later()
    {
        var view = await OpenFormAsync("update");

        var delivery = await SubmitAsync(view, "update");

        ((string?)delivery.Payload!["response_action"]).Should().Be("update");
        ((string?)delivery.Payload["view"]!["title"]!["text"]).Should().Be("Working");
        await bolt.HandledAsync("view", line => (string?)line["value"] == "update");
        ((string?)(await slack.ViewAsync(view))!["title"]!["text"]).Should().Be("Ready");
    }

    [Fact]
    public async Task a_form_that_is_closed_says_so()
    {
        var view = await OpenFormAsync("close");

        await slack.CloseAsync(view);

        await bolt.HandledAsync("view_closed", line => (string?)line["view_id"] == view);
    }

    [Fact]
    public async Task a_menu_is_filled_from_what_was_typed()
    {
        var delivery = await slack.SuggestAsync("pick", "exp");

        ((string?)delivery.Payload!["options"]![0]!["text"]!["text"]).Should().Be("exp one");
    }

    [Fact]
    public async Task a_shortcut_on_a_message_brings_the_message()
    {
        await slack.MessageEventAsync("note this", SlackServer.Ts(5), "app_mention");
        var posted = await bolt.HandledAsync("app_mention", line => (string?)line["text"] == "note this");

        (await slack.ShortcutAsync("note", (string)posted["ts"]!)).Acked.Should().BeTrue();

        var handled = await bolt.HandledAsync("shortcut", line => (string?)line["type"] == "message_action");
        ((string?)handled["text"]).Should().Be($"Hello <@{slack.Person}>");
    }

    [Fact]
    public async Task a_global_shortcut_is_heard()
    {
        (await slack.ShortcutAsync("note")).Acked.Should().BeTrue();

        await bolt.HandledAsync("shortcut", line => (string?)line["type"] == "shortcut");
    }

    [Fact]
    public async Task a_home_is_published_when_it_is_opened()
    {
        await slack.EventAsync(new() { ["type"] = "app_home_opened", ["user"] = slack.Person, ["channel"] = "D0ALICE", ["tab"] = "home", ["event_ts"] = SlackServer.Ts(6) });

        await bolt.HandledAsync("app_home_opened");
        ((string?)(await slack.HomeAsync(slack.Person))!["blocks"]![0]!["text"]!["text"]).Should().Be("At home");
    }

    [Fact]
    public async Task a_call_over_the_limit_is_made_again_after_the_wait()
    {
        await slack.LimitAsync("chat.postMessage", times: 1, retryAfterSeconds: 1);

        await slack.EventAsync(new()
        {
            ["type"] = "reaction_added",
            ["user"] = slack.Person,
            ["reaction"] = "eyes",
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = slack.Channel, ["ts"] = SlackServer.Ts(7) },
            ["event_ts"] = SlackServer.Ts(7),
        });

        var handled = await bolt.HandledAsync("reaction_added");
        ((int)handled["milliseconds"]!).Should().BeGreaterThanOrEqualTo(1_000);
        (await slack.CallsAsync("chat.postMessage")).Count(call => (string?)call["text"] == "After the limit").Should().Be(2);
    }

    [Fact]
    public async Task after_a_refresh_it_hears_on_a_new_socket()
    {
        var before = (await slack.CallsAsync("apps.connections.open")).Count;

        await slack.DisconnectAsync("refresh_requested");
        await SlackServer.UntilAsync(async () => (await slack.CallsAsync("apps.connections.open")).Count > before && await slack.SocketsAsync() > 0, "a new socket");
        await slack.MessageEventAsync("after the refresh", SlackServer.Ts(8));

        await bolt.HandledAsync("message", line => (string?)line["ts"] == SlackServer.Ts(8));
    }

    private async Task<string> OpenFormAsync(string text)
    {
        await slack.CommandAsync("/check", text);
        return (string)(await bolt.HandledAsync("command", line => (string?)line["text"] == text))["view_id"]!;
    }

    private Task<Delivery> SubmitAsync(string view, string? title) => slack.SubmitAsync(view, new()
    {
        ["title"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = title } },
    });
}
