using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.People;

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
        await using var deaf = await Rig.StartAsync(AppManifest.LiveSop with { Events = ["app_mention"] });
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

    [Fact]
    public async Task a_shared_channel_speaks_to_each_workspace_in_its_own_event()
    {
        await using var rig = await Rig.StartAsync();
        var partner = rig.Slack.AddWorkspace(Blueprint.Small("Partner"));
        var theirs = partner.Install(AppManifest.LiveSop);
        var shared = rig.Team.Conversation("support");
        rig.Slack.Share(shared, partner, partner.Person("ada"));
        await partner.Person("ada").InviteAsync("livesop", shared.Id);
        rig.Slack.Deliveries.Clear();
        await using var ours = await rig.ListenAsync();

        await partner.Person("ada").PostAsync(shared.Id, "hello from next door");
        var heard = (await ours.AnswerAsync()).At("payload")!.Value;

        var events = rig.Slack.Deliveries.Where(d => d.Attempt == 0).ToList();
        events.Select(d => d.AppId).Should().BeEquivalentTo([rig.App.App.Id, theirs.App.Id]);
        events.Select(d => d.EventId).Should().OnlyHaveUniqueItems();
        heard.Get("is_ext_shared_channel").Should().Be("True");
        heard.Get("event.user_team").Should().Be(partner.Id);
        (await rig.CallAsync("users.info", ("user", partner.Person("ada").Id))).Get("user.is_stranger").Should().Be("True");
    }

    [Fact]
    public async Task one_app_in_two_workspaces_hears_both_through_one_socket()
    {
        await using var rig = await Rig.StartAsync();
        var other = rig.Slack.AddWorkspace(Blueprint.Small("Other"));
        other.Install(rig.App.App);
        await other.Person("ada").InviteAsync("livesop", "support");
        rig.Slack.Deliveries.Clear();
        await using var socket = await rig.ListenAsync();

        await other.Person("ada").PostAsync("support", "hello");

        (await socket.AnswerAsync()).Get("payload.team_id").Should().Be(other.Id);
    }

    [Fact]
    public async Task joining_leaving_and_reacting_are_told()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        await rig.Ada.InviteAsync("livesop", "general");
        var joined = new[] { await socket.EventAsync(), await socket.EventAsync() };
        var ts = await rig.Ada.PostAsync("support", "done");
        await socket.EventAsync();

        await rig.Bo.ReactAsync("support", ts, "tada");
        var reaction = await socket.EventAsync();
        await rig.Cy.LeaveAsync("support");

        joined[0].Get("subtype").Should().Be("channel_join");
        joined[1].Get("type").Should().Be("member_joined_channel");
        joined[1].Get("user").Should().Be(rig.App.Bot.Id);
        joined[1].Get("inviter").Should().Be(rig.Ada.Id);
        reaction.Get("reaction").Should().Be("tada");
        reaction.Get("item.ts").Should().Be(ts);
        reaction.Get("item_user").Should().Be(rig.Ada.Id);
        (await socket.EventAsync()).Get("subtype").Should().Be("channel_leave");
        (await socket.EventAsync()).Get("type").Should().Be("member_left_channel");
    }

    [Fact]
    public async Task a_renamed_channel_is_an_object_in_its_event()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Team.Admin.Rename("support", "help", rig.Ada);

        (await socket.EventAsync()).Get("old_name").Should().Be("support");
        (await socket.EventAsync()).Get("channel.name").Should().Be("help");
    }

    [Fact]
    public async Task an_archived_channel_is_told_by_note_and_by_event()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Team.Admin.Archive("support", rig.Ada);

        (await socket.EventAsync()).Get("subtype").Should().Be("channel_archive");
        var archived = await socket.EventAsync();
        archived.Get("type").Should().Be("channel_archive");
        archived.Get("channel").Should().Be(rig.Support);
        (await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "x"))).Get("error").Should().Be("is_archived");
    }

    [Fact]
    public async Task people_and_ids_that_change_are_told()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var old = rig.Support;

        rig.Team.Admin.Change(rig.Bo.Account with { Name = "Bo Fenn-Hart" });
        var changed = await socket.EventAsync();
        var fresh = rig.Team.Admin.ChangeId("support");
        var moved = await socket.EventAsync();
        rig.Team.Admin.Hire(new Account("U0NEW", rig.Team.Id, "dee", "Dee", Standing.Member));

        changed.Get("user.real_name").Should().Be("Bo Fenn-Hart");
        moved.Get("old_channel_id").Should().Be(old);
        moved.Get("new_channel_id").Should().Be(fresh);
        rig.Slack.Deliveries.Should().HaveCount(2, "team_join is not subscribed");
    }

    [Theory]
    [InlineData("app_uninstalled", "account_inactive")]
    [InlineData("tokens_revoked", "token_revoked")]
    public async Task a_lost_installation_is_told_and_its_token_is_dead(string name, string error)
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        if (name == "tokens_revoked") rig.Team.Admin.Revoke(rig.App);
        else rig.Team.Admin.Uninstall(rig.App);

        (await socket.EventAsync()).Get("type").Should().Be(name);
        (await rig.CallAsync("auth.test")).Get("error").Should().Be(error);
    }

    [Fact]
    public async Task the_message_about_too_many_events_has_no_event()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Team.Admin.RateLimit(rig.App);
        var payload = (await socket.AnswerAsync()).At("payload")!.Value;

        payload.Get("type").Should().Be("app_rate_limited");
        payload.At("event").Should().BeNull();
    }

    [Fact]
    public async Task opening_the_home_tab_is_told_with_the_view_it_shows()
    {
        await using var rig = await Rig.StartAsync();
        await rig.CallAsync("views.publish", ("user_id", rig.Ada.Id), ("view", """{"type":"home","blocks":[{"type":"divider"}]}"""));
        await using var socket = await rig.ListenAsync();

        await rig.Ada.OpenHomeAsync("livesop");
        var opened = await socket.EventAsync();

        opened.Get("type").Should().Be("app_home_opened");
        opened.Get("tab").Should().Be("home");
        opened.Get("view.type").Should().Be("home");
        opened.Get("channel").Should().StartWith("D");
    }
}
