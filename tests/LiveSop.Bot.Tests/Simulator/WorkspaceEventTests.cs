using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.People;

namespace LiveSop.Bot.Tests.Simulator;

/// <summary>What is told of workspaces, channels and people.</summary>
public sealed class WorkspaceEventTests
{
    [Fact]
    public async Task a_shared_channel_speaks_to_each_workspace_in_its_own_event()
    {
        await using var rig = await Rig.StartAsync();
        var partner = rig.Slack.AddWorkspace(Blueprint.Small("Partner"));
        var theirs = partner.Install(AppManifest.Everything);
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
        await using var rig = await Rig.StartAsync(AppManifest.Everything with { Events = ["user_change", "channel_id_changed"] });
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
        rig.Team.Visible(rig.Ada, "support").Homes.Should().ContainSingle();
        rig.Team.Visible(rig.Bo, "support").Homes.Should().BeEmpty();
        opened.Get("channel").Should().StartWith("D");
    }
}
