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
        var said = await slack.SayAsync("the export hangs");

        said.Acked.Should().BeTrue();
        var heard = await bolt.HandledAsync("message", line => (string?)line["ts"] == said.Ts);
        ((string?)heard["text"]).Should().Be("the export hangs");
        ((string?)heard["user"]).Should().Be(slack.Person);
    }

    [Fact]
    public async Task a_mention_is_answered_in_its_thread()
    {
        var asked = await slack.MentionAsync("which SOP?");

        await MentionedAsync("which SOP?");
        var call = (await slack.CallsAsync("chat.postMessage")).Single(call => (string?)call["thread_ts"] == asked.Ts);
        ((string?)call["text"]).Should().Be($"Hello <@{slack.Person}>");
        call["blocks"]!.AsArray().Should().HaveCount(2, "nested values are sent as JSON within a form");
        ((string?)call["metadata"]!["event_type"]).Should().Be("cross_check");
        (await slack.ThreadAsync(asked.Ts)).Should().ContainSingle().Which["text"]!.GetValue<string>().Should().Be($"Hello <@{slack.Person}>");
    }

    [Fact]
    public async Task a_delivery_again_says_so()
    {
        await slack.SayUnheardAsync("again");

        var heard = await bolt.HandledAsync("message", line => (string?)line["text"] == "again");
        ((int)heard["retry"]!).Should().Be(1);
    }

    [Fact]
    public async Task a_command_opens_a_modal_and_its_trigger_opens_no_second_one()
    {
        var receipt = await slack.CommandAsync("/check", "first");

        receipt.Acked.Should().BeTrue();
        var handled = await bolt.HandledAsync("command", line => (string?)line["text"] == "first");
        ((string?)handled["again"]).Should().Be("exchanged_trigger_id");
        ((string?)(await slack.ViewAsync((string)handled["view_id"]!))!["callback_id"]).Should().Be("form");
        (await slack.WhispersAsync()).Should().Contain(whisper => (string?)whisper["text"] == "opened");
    }

    [Fact]
    public async Task a_command_may_be_answered_with_its_acknowledgement()
    {
        var receipt = await slack.CommandAsync("/say", "hello");

        ((string?)receipt.Payload!["text"]).Should().Be("You said hello");
    }

    [Fact]
    public async Task a_command_that_nobody_handles_is_not_acknowledged() => (await slack.CommandAsync("/nobody", "")).Acked.Should().BeFalse();

    [Fact]
    public async Task a_press_changes_the_message()
    {
        var ts = await AnswerToAsync("press me");

        var receipt = await slack.PressAsync(ts, "done");

        receipt.Acked.Should().BeTrue();
        var handled = await bolt.HandledAsync("action", line => (string?)line["ts"] == ts);
        ((string?)handled["value"]).Should().Be("run:1");
        ((string?)handled["container"]).Should().Be("message");
        var message = await slack.MessageAsync(ts);
        ((string?)message["text"]).Should().Be("Done");
        message["edited"].Should().NotBeNull();
    }

    [Fact]
    public async Task a_form_filled_in_badly_stays_open_with_what_is_wrong()
    {
        var view = await OpenFormAsync("bad");

        var receipt = await slack.SubmitAsync(view, "value", "x");

        ((string?)receipt.Payload!["response_action"]).Should().Be("errors");
        ((string?)receipt.Payload["errors"]!["title"]).Should().Be("At least 3 letters");
        (await slack.ViewAsync(view)).Should().NotBeNull();
    }

    [Fact]
    public async Task a_form_left_empty_comes_as_null()
    {
        var receipt = await slack.SubmitAsync(await OpenFormAsync("empty"), "value", null);

        ((string?)receipt.Payload!["response_action"]).Should().Be("errors");
        var handled = await bolt.HandledAsync("view", line => line["value"] is null);
        handled.AsObject().Should().ContainKey("value", "null, and not an absent key");
    }

    [Fact]
    public async Task a_form_filled_in_well_closes()
    {
        var view = await OpenFormAsync("good");

        var receipt = await slack.SubmitAsync(view, "value", "A good title");

        receipt.Acked.Should().BeTrue();
        receipt.IsAnswered.Should().BeFalse();
        (await slack.ViewAsync(view)).Should().BeNull();
    }

    [Fact]
    public async Task a_form_may_be_replaced_at_once_and_again_later()
    {
        var view = await OpenFormAsync("update");

        var receipt = await slack.SubmitAsync(view, "value", "update");
        var atOnce = await TitleAsync(view);
        await slack.SayAsync($"ready {view}");
        await bolt.HandledAsync("ready", line => (string?)line["view_id"] == view);

        ((string?)receipt.Payload!["response_action"]).Should().Be("update");
        atOnce.Should().Be("Working");
        (await TitleAsync(view)).Should().Be("Ready");
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
        var receipt = await slack.SuggestAsync(await AnswerToAsync("offer me"), "pick", "exp");

        ((string?)receipt.Payload!["options"]![0]!["text"]!["text"]).Should().Be("exp one");
    }

    [Fact]
    public async Task a_shortcut_on_a_message_brings_the_message()
    {
        var ts = await AnswerToAsync("note this");

        (await slack.ShortcutAsync("note", ts)).Acked.Should().BeTrue();

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
        await slack.OpenHomeAsync();

        await bolt.HandledAsync("app_home_opened", line => (string?)line["user"] == slack.Person);
        ((string?)(await slack.HomeAsync())!["blocks"]![0]!["text"]!["text"]).Should().Be("At home");
    }

    [Fact]
    public async Task a_call_over_the_limit_is_made_again_after_the_wait()
    {
        var said = await slack.SayAsync("look at this");
        await slack.LimitAsync("chat.postMessage", times: 1, retryAfterSeconds: 1);

        await slack.ReactAsync(said.Ts, "eyes");

        var handled = await bolt.HandledAsync("reaction_added");
        ((int)handled["milliseconds"]!).Should().BeGreaterThanOrEqualTo(1_000);
        (await slack.CallsAsync("chat.postMessage")).Count(call => (string?)call["text"] == "After the limit").Should().Be(2);
    }

    [Fact]
    public async Task after_a_refresh_it_hears_on_a_new_socket()
    {
        var before = await slack.SocketsAsync();

        await slack.PartAsync(Parting.Refresh);
        await SlackServer.UntilAsync(async () => await slack.SocketsAsync() is { Open: 1 } now && now.Opened > before.Opened, "a new socket");
        var said = await slack.SayAsync("after the refresh");

        await bolt.HandledAsync("message", line => (string?)line["ts"] == said.Ts);
    }

    /// <returns>The timestamp of what it answered to a mention.</returns>
    private async Task<string> AnswerToAsync(string text)
    {
        await slack.MentionAsync(text);
        return (string)(await MentionedAsync(text))["ts"]!;
    }

    private Task<JsonNode> MentionedAsync(string text) => bolt.HandledAsync("app_mention", line => ((string?)line["text"])!.EndsWith(text, StringComparison.Ordinal));

    private async Task<string> OpenFormAsync(string text)
    {
        await slack.CommandAsync("/check", text);
        return (string)(await bolt.HandledAsync("command", line => (string?)line["text"] == text))["view_id"]!;
    }

    private async Task<string?> TitleAsync(string view) => (string?)(await slack.ViewAsync(view))!["title"]!["text"];
}
