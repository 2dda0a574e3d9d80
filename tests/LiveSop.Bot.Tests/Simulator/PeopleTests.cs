namespace LiveSop.Bot.Tests.Simulator;

public sealed class PeopleTests
{
    [Fact]
    public async Task lists_people_in_pages_and_finds_them_by_id_and_email()
    {
        await using var rig = await Rig.StartAsync();

        var first = await rig.CallAsync("users.list", ("limit", "2"));
        var second = await rig.CallAsync("users.list", ("limit", "2"), ("cursor", first.Get("response_metadata.next_cursor")!));
        var ada = await rig.CallAsync("users.lookupByEmail", ("email", "ada@small.example"));

        first.All("members", "name").Concat(second.All("members", "name")).Should().Equal("ada", "bo", "cy", "livesop");
        second.Get("response_metadata.next_cursor").Should().BeEmpty();
        ada.Get("user.id").Should().Be(rig.Ada.Id);
        ada.Get("user.is_owner").Should().Be("True");
        (await rig.CallAsync("users.info", ("user", rig.Cy.Id))).Get("user.is_restricted").Should().Be("True");
        (await rig.CallAsync("users.info", ("user", "U0NOBODY"))).Get("error").Should().Be("user_not_found");
        (await rig.CallAsync("users.lookupByEmail", ("email", "no@small.example"))).Get("error").Should().Be("users_not_found");
    }

    [Fact]
    public async Task shows_addresses_only_to_those_who_may_see_them()
    {
        await using var rig = await Rig.StartAsync();
        rig.App.Scopes.Remove("users:read.email");

        (await rig.CallAsync("users.info", ("user", rig.Ada.Id))).At("user.profile.email").Should().BeNull();
    }

    [Fact]
    public async Task lists_the_channels_the_bot_may_know_and_those_it_is_in()
    {
        await using var rig = await Rig.StartAsync();

        var known = await rig.CallAsync("conversations.list", ("types", "public_channel,private_channel"));
        var open = await rig.CallAsync("conversations.list", ("exclude_archived", "true"));
        var own = await rig.CallAsync("users.conversations", ("types", "public_channel,private_channel"));

        known.All("channels", "name").Should().Equal("general", "support", "old");
        open.All("channels", "name").Should().Equal("general", "support");
        own.All("channels", "name").Should().Equal("support");
        known.Get("channels.1.is_member").Should().Be("True");
    }

    [Fact]
    public async Task tells_of_a_channel_and_its_members()
    {
        await using var rig = await Rig.StartAsync();

        var info = await rig.CallAsync("conversations.info", ("channel", rig.Support), ("include_num_members", "true"));
        var members = await rig.CallAsync("conversations.members", ("channel", rig.Support));

        info.Get("channel.num_members").Should().Be("4");
        members.GetProperty("members").GetArrayLength().Should().Be(4);
        (await rig.CallAsync("conversations.info", ("channel", rig.Team.Conversation("secret").Id))).Get("error").Should().Be("channel_not_found");
    }

    [Fact]
    public async Task a_bot_joins_public_channels_by_itself()
    {
        await using var rig = await Rig.StartAsync();
        var general = rig.Team.Conversation("general").Id;

        (await rig.CallAsync("conversations.join", ("channel", general))).Get("channel.is_member").Should().Be("True");
        (await rig.CallAsync("conversations.join", ("channel", general))).Get("response_metadata.warnings.0").Should().Be("already_in_channel");
        (await rig.CallAsync("conversations.join", ("channel", rig.Team.Conversation("secret").Id))).Get("error").Should().Be("channel_not_found");
        rig.Team.Visible(rig.Ada, "general").Messages[^1].Json.Get("subtype").Should().Be("channel_join");
    }

    [Fact]
    public async Task opens_direct_conversations_once()
    {
        await using var rig = await Rig.StartAsync();

        var first = await rig.CallAsync("conversations.open", ("users", rig.Ada.Id));
        var again = await rig.CallAsync("conversations.open", ("users", rig.Ada.Id));
        var group = await rig.CallAsync("conversations.open", ("users", $"{rig.Ada.Id},{rig.Bo.Id}"));

        first.Get("channel.id").Should().StartWith("D").And.Be(again.Get("channel.id"));
        group.Get("channel.id").Should().NotBe(first.Get("channel.id"));
        (await rig.CallAsync("conversations.open", ("users", "U0NOBODY"))).Get("error").Should().Be("user_not_found");
    }

    [Fact]
    public async Task guests_see_their_own_channels_only()
    {
        await using var rig = await Rig.StartAsync();

        var join = () => rig.Cy.JoinAsync("general");
        var post = () => rig.Cy.PostAsync("general", "hello");

        await join.Should().ThrowAsync<InvalidOperationException>();
        await post.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task names_user_groups_and_their_people()
    {
        await using var rig = await Rig.StartAsync();
        rig.Team.Roster.Groups.Add(new("S0CREW", "crew", "The crew", [rig.Ada.Id, rig.Bo.Id]));

        var groups = await rig.CallAsync("usergroups.list", ("include_users", "true"));
        var users = await rig.CallAsync("usergroups.users.list", ("usergroup", "S0CREW"));
        var ts = await rig.Ada.PostAsync("support", "@crew please");

        groups.Get("usergroups.0.handle").Should().Be("crew");
        groups.Get("usergroups.0.users.1").Should().Be(rig.Bo.Id);
        users.GetProperty("users").GetArrayLength().Should().Be(2);
        rig.Ada.Message("support", ts).Text.Should().Be("<!subteam^S0CREW|@crew> please");
    }
}
