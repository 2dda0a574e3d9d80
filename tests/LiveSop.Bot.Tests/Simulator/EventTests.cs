using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class EventTests
{
    [Fact]
    public async Task a_mention_comes_as_two_events_about_one_message()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var ts = await rig.Ada.PostAsync("support", "@livesop what now?");
        var (first, second) = (await socket.AnswerAsync(), await socket.AnswerAsync());

        first.Get("payload.event.type").Should().Be("message");
        second.Get("payload.event.type").Should().Be("app_mention");
        new[] { first, second }.Select(e => e.Get("payload.event.ts")).Should().OnlyContain(t => t == ts);
        first.Get("payload.event_id").Should().NotBe(second.Get("payload.event_id"));
        second.Get("payload.event.text").Should().Be($"<@{rig.App.Bot.Id}> what now?");
    }

    [Fact]
    public async Task a_mention_in_a_direct_message_is_a_message_only()
    {
        await using var rig = await Rig.StartAsync();

        await rig.Ada.DirectMessageAsync("livesop", "@livesop hello");

        rig.Slack.Deliveries.Select(d => d.EventId).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task wraps_events_as_slack_does()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        await rig.Ada.PostAsync("support", "see https://a.example/x, @bo & <b> in #general");
        var payload = (await socket.AnswerAsync()).At("payload")!.Value;

        payload.Get("type").Should().Be("event_callback");
        payload.Get("team_id").Should().Be(rig.Team.Id);
        payload.Get("api_app_id").Should().Be(rig.App.App.Id);
        payload.Get("authorizations.0.user_id").Should().Be(rig.App.Bot.Id);
        payload.Get("event.channel_type").Should().Be("channel");
        payload.Get("event.event_ts").Should().Be(payload.Get("event.ts"));
        payload.Get("event.client_msg_id").Should().NotBeNull();
        payload.Get("event.text").Should()
            .Be($"see <https://a.example/x>, <@{rig.Bo.Id}> &amp; &lt;b&gt; in <#{rig.Team.Conversation("general").Id}|general>");
        payload.Get("event.blocks.0.elements.0.elements.1.url").Should().Be("https://a.example/x");
        payload.Get("event.blocks.0.elements.0.elements.3.user_id").Should().Be(rig.Bo.Id);
    }

    [Fact]
    public async Task what_is_said_where_the_bot_is_not_stays_there()
    {
        await using var rig = await Rig.StartAsync();

        await rig.Ada.PostAsync("general", "@livesop can you hear me?");
        await rig.Ada.PostAsync("secret", "no");

        rig.Slack.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task nothing_comes_without_subscription_or_scope()
    {
        await using var deaf = await Rig.StartAsync(AppManifest.Everything with { Events = ["app_mention"] });
        await using var blind = await Rig.StartAsync();
        blind.App.Scopes.Remove("channels:history");

        await deaf.Ada.PostAsync("support", "hello");
        await blind.Ada.PostAsync("support", "hello");

        deaf.Slack.Deliveries.Should().BeEmpty();
        blind.Slack.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task an_edit_carries_both_versions_and_no_user_on_top()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.Ada.PostAsync("support", "helo");
        await using var socket = await rig.ListenAsync();

        await rig.Ada.EditAsync("support", ts, "hello");
        var edit = await socket.EventAsync();

        edit.Get("subtype").Should().Be("message_changed");
        edit.Get("hidden").Should().Be("True");
        edit.Get("user").Should().BeNull();
        edit.Get("message.text").Should().Be("hello");
        edit.Get("message.ts").Should().Be(ts);
        edit.Get("message.edited.user").Should().Be(rig.Ada.Id);
        edit.Get("previous_message.text").Should().Be("helo");
        edit.Get("ts").Should().NotBe(ts);
    }

    [Fact]
    public async Task a_mention_that_an_edit_adds_is_a_mention()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.Ada.PostAsync("support", "what now?");
        await using var socket = await rig.ListenAsync();

        await rig.Ada.EditAsync("support", ts, "@livesop what now?");

        (await socket.EventAsync()).Get("subtype").Should().Be("message_changed");
        var mention = await socket.EventAsync();
        mention.Get("type").Should().Be("app_mention");
        mention.Get("ts").Should().Be(ts);
        mention.Get("edited.user").Should().Be(rig.Ada.Id);
    }

    [Fact]
    public async Task an_unfurled_link_is_a_change_that_nobody_edited()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.Ada.PostAsync("support", "https://a.example/x");
        await using var socket = await rig.ListenAsync();

        rig.Team.Admin.Unfurl("support", ts);

        var change = await socket.EventAsync();
        change.Get("subtype").Should().Be("message_changed");
        change.Get("message.edited").Should().BeNull();
        change.Get("message.attachments.0.title").Should().NotBeNull();
    }

    [Fact]
    public async Task a_deleted_message_is_named_with_what_it_said()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.Ada.PostAsync("support", "oops");
        await using var socket = await rig.ListenAsync();

        await rig.Ada.DeleteAsync("support", ts);
        var gone = await socket.EventAsync();

        gone.Get("subtype").Should().Be("message_deleted");
        gone.Get("deleted_ts").Should().Be(ts);
        gone.Get("previous_message.text").Should().Be("oops");
        rig.Team.Visible(rig.Ada, "support").Messages.Should().NotContain(m => m.Ts == ts);
    }

    [Fact]
    public async Task a_deleted_thread_leaves_a_tombstone()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.Ada.PostAsync("support", "oops");
        await rig.Bo.PostAsync("support", "what?", thread: ts);
        await using var socket = await rig.ListenAsync();

        await rig.Ada.DeleteAsync("support", ts);

        (await socket.EventAsync()).Get("message.subtype").Should().Be("tombstone");
        rig.Team.Visible(rig.Ada, "support").Thread(ts).Should().ContainSingle();
    }

    [Fact]
    public async Task a_bot_hears_its_own_posts_and_edits()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var ts = await rig.SayAsync("hello");
        await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", ts), ("text", "hello again"));
        var (post, edit) = (await socket.EventAsync(), await socket.EventAsync());

        post.Get("user").Should().Be(rig.App.Bot.Id);
        post.Get("bot_id").Should().Be(rig.App.Bot.BotId);
        post.Get("bot_profile.app_id").Should().Be(rig.App.App.Id);
        post.Get("client_msg_id").Should().BeNull();
        edit.Get("message.bot_id").Should().Be(rig.App.Bot.BotId);
    }

    [Fact]
    public async Task replies_name_their_thread_and_broadcasts_its_root()
    {
        await using var rig = await Rig.StartAsync();
        var root = await rig.Ada.PostAsync("support", "the export hangs");
        await using var socket = await rig.ListenAsync();

        await rig.Bo.PostAsync("support", "looking", thread: root);
        await rig.Bo.PostAsync("support", "fixed", thread: root, broadcast: true);
        var (reply, broadcast) = (await socket.EventAsync(), await socket.EventAsync());

        reply.Get("thread_ts").Should().Be(root);
        reply.Get("parent_user_id").Should().Be(rig.Ada.Id);
        broadcast.Get("subtype").Should().Be("thread_broadcast");
        broadcast.Get("root.text").Should().Be("the export hangs");
        broadcast.Get("root.reply_count").Should().Be("2");
    }
}
