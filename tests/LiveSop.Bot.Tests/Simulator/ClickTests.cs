using System.Net;
using System.Text;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class ClickTests
{
    private const string Card = """
        [{"type":"section","text":{"type":"plain_text","text":"Run it?"}},
         {"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"},"value":"run12"},
          {"type":"static_select","action_id":"who","options":[{"text":{"type":"plain_text","text":"Me"},"value":"me"},{"text":{"type":"plain_text","text":"You"},"value":"you"}]}]}]
        """;

    [Fact]
    public async Task a_click_carries_the_message_its_state_and_who_clicked()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.SayAsync("card", ("blocks", Card));
        await using var socket = await rig.ListenAsync();

        var chosen = rig.Bo.ClickAsync("support", ts, "who", "you");
        var select = await socket.AnswerAsync();
        await chosen;
        var clicked = rig.Bo.ClickAsync("support", ts, "go");
        var click = (await socket.AnswerAsync()).At("payload")!.Value;

        (await clicked).Should().BeOfType<Shown.Nothing>();
        select.Get("payload.actions.0.selected_option.text.text").Should().Be("You");
        click.Get("type").Should().Be("block_actions");
        click.Get("user.id").Should().Be(rig.Bo.Id);
        click.Get("container.message_ts").Should().Be(ts);
        click.Get("message.ts").Should().Be(ts);
        click.Get("channel.id").Should().Be(rig.Support);
        click.Get("actions.0.value").Should().Be("run12");
        click.Get("state.values.b.who.selected_option.value").Should().Be("you");
    }

    [Fact]
    public async Task a_click_that_nobody_acks_says_so()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.SayAsync("card", ("blocks", Card));
        await using var socket = await rig.ListenAsync();

        var clicked = rig.Bo.ClickAsync("support", ts, "go");
        rig.Clock.Advance(TimeSpan.FromSeconds(3));

        (await clicked).Should().BeOfType<Shown.Failed>();
    }

    [Fact]
    public async Task a_response_url_replaces_and_deletes_the_message_that_was_clicked()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.SayAsync("card", ("blocks", Card));
        var url = await ClickAsync(rig, ts);

        (await SendAsync(rig, url, """{"replace_original":true,"text":"running"}""")).Should().Be((HttpStatusCode.OK, "ok"));
        var replaced = rig.Team.Visible(rig.Ada, "support").Messages[^1];
        await SendAsync(rig, url, """{"delete_original":true}""");

        replaced.Ts.Should().Be(ts);
        replaced.Text.Should().Be("running");
        replaced.Blocks.Should().BeNull();
        rig.Team.Visible(rig.Ada, "support").Messages.Should().NotContain(m => m.Ts == ts);
    }

    [Fact]
    public async Task a_response_url_serves_five_times()
    {
        await using var rig = await Rig.StartAsync();
        var url = await ClickAsync(rig, await rig.SayAsync("card", ("blocks", Card)));

        for (var i = 0; i < 5; i++) (await SendAsync(rig, url, """{"text":"psst"}""")).Status.Should().Be(HttpStatusCode.OK);
        var sixth = await SendAsync(rig, url, """{"text":"psst"}""");

        sixth.Status.Should().Be(HttpStatusCode.NotFound);
        sixth.Body.Should().Contain("used_url");
        rig.Team.Visible(rig.Bo, "support").Messages.Count(m => m.IsEphemeral).Should().Be(5);
        rig.Team.Visible(rig.Ada, "support").Messages.Should().NotContain(m => m.IsEphemeral);
    }

    [Fact]
    public async Task a_response_url_serves_half_an_hour()
    {
        await using var rig = await Rig.StartAsync();
        var url = await ClickAsync(rig, await rig.SayAsync("card", ("blocks", Card)));

        rig.Clock.Advance(TimeSpan.FromMinutes(31));

        (await SendAsync(rig, url, """{"text":"psst"}""")).Body.Should().Contain("expired_url");
    }

    [Fact]
    public async Task an_ephemeral_message_changes_through_its_response_url_alone()
    {
        await using var rig = await Rig.StartAsync();
        await rig.CallAsync("chat.postEphemeral", ("channel", rig.Support), ("user", rig.Bo.Id), ("text", "only you"), ("blocks", Card));
        await using var socket = await rig.ListenAsync();
        var before = rig.Team.Visible(rig.Bo, "support").Messages[^1];

        var clicked = rig.Bo.ClickAsync(before, "go");
        var click = await socket.AnswerAsync();
        await clicked;
        await SendAsync(rig, click.Get("payload.response_url")!, """{"replace_original":true,"text":"done"}""");

        click.Get("payload.container.is_ephemeral").Should().Be("True");
        click.At("payload.message").Should().BeNull();
        rig.Team.Visible(rig.Bo, "support").Messages.Should().ContainSingle().Which.Text.Should().Be("done");
    }

    [Fact]
    public async Task a_command_answers_into_the_channel_when_it_says_so()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var asked = rig.Ada.SlashAsync("support", "/sop", "show @bo #general");
        var envelope = await socket.AnswerAsync("""{"response_type":"in_channel","text":"for all"}""");

        (await asked).Should().BeOfType<Shown.Said>().Which.Message.IsEphemeral.Should().BeFalse();
        envelope.Get("payload.text").Should().Be($"show <@{rig.Bo.Id}|bo> <#{rig.Team.Conversation("general").Id}|general>");
        rig.Team.Visible(rig.Bo, "support").Messages[^1].Text.Should().Be("for all");
    }

    [Fact]
    public async Task a_command_works_where_the_bot_is_not_and_its_response_url_too()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var asked = rig.Ada.SlashAsync("secret", "/sop", "help");
        var envelope = await socket.AnswerAsync("""{"text":"one"}""");
        await asked;
        await SendAsync(rig, envelope.Get("payload.response_url")!, """{"text":"two"}""");

        envelope.Get("payload.channel_name").Should().Be("privategroup");
        rig.Team.Visible(rig.Ada, "secret").Messages.Select(m => m.Text).Should().Equal("one", "two");
    }

    [Fact]
    public async Task an_unknown_command_never_leaves_slack()
    {
        await using var rig = await Rig.StartAsync();

        (await rig.Ada.SlashAsync("support", "/nope")).Should().BeOfType<Shown.Failed>().Which.Text.Should().Contain("not a valid command");
        rig.Slack.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task a_message_shortcut_brings_the_message_even_from_a_thread()
    {
        await using var rig = await Rig.StartAsync();
        var root = await rig.Ada.PostAsync("general", "the export hangs");
        var reply = await rig.Bo.PostAsync("general", "which one?", thread: root);
        await using var socket = await rig.ListenAsync();

        var used = rig.Ada.ShortcutAsync("livesop_which", "general", reply);
        var shortcut = await socket.AnswerAsync();
        await used;

        shortcut.Get("accepts_response_payload").Should().Be("False");
        shortcut.Get("payload.type").Should().Be("message_action");
        shortcut.Get("payload.message.thread_ts").Should().Be(root);
        shortcut.Get("payload.message_ts").Should().Be(reply);
        shortcut.Get("payload.response_url").Should().StartWith("http://127.0.0.1");
    }

    [Fact]
    public async Task a_global_shortcut_has_neither_channel_nor_response_url()
    {
        await using var rig = await Rig.StartAsync(AppManifest.Everything with { Shortcuts = [new Shortcut("run", OfMessage: false)] });
        await using var socket = await rig.ListenAsync();

        var used = rig.Ada.ShortcutAsync("run");
        var shortcut = await socket.AnswerAsync();
        await used;

        shortcut.Get("payload.type").Should().Be("shortcut");
        shortcut.At("payload.channel").Should().BeNull();
        shortcut.At("payload.response_url").Should().BeNull();
        shortcut.Get("payload.trigger_id").Should().NotBeNull();
    }

    private static async Task<string> ClickAsync(Rig rig, string ts)
    {
        await using var socket = await rig.ListenAsync();
        var clicked = rig.Bo.ClickAsync("support", ts, "go");
        var click = await socket.AnswerAsync();
        await clicked;
        return click.Get("payload.response_url")!;
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(Rig rig, string url, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await rig.PostAsync(url, content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
