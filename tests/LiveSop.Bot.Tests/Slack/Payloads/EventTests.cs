using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;

namespace LiveSop.Bot.Tests.Slack.Payloads;

public sealed class EventTests
{
    private static readonly ChannelId Channel = new("C1");
    private static readonly UserId Ana = new("U1");

    /// <summary>Each event as Slack writes it, and what it is read as.</summary>
    public static TheoryData<string, object> Events => new()
    {
        { """{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","team":"T1","inviter":"U2"}""", new MemberJoined(Channel, Ana, new UserId("U2")) },
        { """{"type":"member_left_channel","user":"U1","channel":"C1","channel_type":"C","team":"T1"}""", new MemberLeft(Channel, Ana) },
        { """{"type":"reaction_added","user":"U1","reaction":"eyes","item_user":"U2","item":{"type":"message","channel":"C1","ts":"1.1"},"event_ts":"2.2"}""", new ReactionAdded(Channel, new MessageTs("1.1"), Ana, "eyes") },
        { """{"type":"reaction_removed","user":"U1","reaction":"eyes","item":{"type":"message","channel":"C1","ts":"1.1"}}""", new ReactionRemoved(Channel, new MessageTs("1.1"), Ana, "eyes") },
        { """{"type":"channel_rename","channel":{"id":"C1","name":"help","name_normalized":"help","created":1360782804}}""", new ChannelRenamed(Channel, "help") },
        { """{"type":"group_rename","channel":{"id":"C1","name":"help"}}""", new ChannelRenamed(Channel, "help") },
        { """{"type":"message","subtype":"channel_name","channel":"C1","ts":"1.1","user":"U1","old_name":"a","name":"help"}""", new ChannelRenamed(Channel, "help") },
        { """{"type":"channel_archive","channel":"C1","user":"U1","is_moved":0}""", new ChannelArchived(Channel, Ana) },
        { """{"type":"group_archive","channel":"C1","user":"U1"}""", new ChannelArchived(Channel, Ana) },
        { """{"type":"message","subtype":"channel_archive","channel":"C1","ts":"1.1","user":"U1"}""", new ChannelArchived(Channel, Ana) },
        { """{"type":"message","subtype":"group_unarchive","channel":"C1","ts":"1.1","user":"U1"}""", new ChannelUnarchived(Channel, Ana) },
        { """{"type":"channel_unarchive","channel":"C1","user":"U1"}""", new ChannelUnarchived(Channel, Ana) },
        { """{"type":"channel_deleted","channel":"C1"}""", new ChannelDeleted(Channel) },
        { """{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1"}""", new ChannelIdChanged(new ChannelId("G1"), Channel) },
        { """{"type":"channel_left","channel":"C1","actor_id":"U1"}""", new ChannelLeft(Channel) },
        { """{"type":"group_left","channel":"C1"}""", new ChannelLeft(Channel) },
        { """{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1.1"}""", new AppHomeOpened(Ana, new ChannelId("D1"), "home") },
        { """{"type":"app_uninstalled"}""", new AppUninstalled() },
        { """{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["U2"]}}""", new TokensRevoked() },
        { """{"type":"reaction_added","user":"U1","reaction":"eyes","item":{"type":"file","file":"F1"}}""", new UnknownEvent("reaction_added", "message") },
        { """{"type":"member_joined_channel","channel":"C1"}""", new UnknownEvent("member_joined_channel", "user") },
        { """{"type":"something_of_next_year","channel":"C1"}""", new UnknownEvent("something_of_next_year") },
        { """{"channel":null}""", new UnknownEvent("unnamed", "channel") },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void reads_each_event(string inner, object expected) => Wire.Event(inner).Should().Be(expected);

    [Fact]
    public void reads_a_mention()
    {
        var mention = Wire.Event("""{"type":"app_mention","user":"U1","text":"<@U0BOT> help","ts":"1.1","channel":"C1","thread_ts":"1.0","event_ts":"1.1"}""");

        mention.Should().BeOfType<AppMention>().Which.Message.Should().BeEquivalentTo(new { User = Ana, Text = "<@U0BOT> help", ThreadTs = new MessageTs("1.0") });
    }

    [Fact]
    public void reads_who_somebody_is()
    {
        var person = Wire.Event("""
            {"type":"user_change","user":{"id":"U1","team_id":"T1","name":"ana","deleted":false,"real_name":"Ana Ruiz","tz":"Europe/Madrid","is_bot":false,"is_restricted":true,
             "profile":{"display_name":"","real_name":"Ana Ruiz","title":"CSM","email":"ana@x.example"} } }
            """).Should().BeOfType<PersonChanged>().Which.Person;

        person.Should().BeEquivalentTo(new { Id = Ana, Name = "Ana Ruiz", Title = "CSM", Email = "ana@x.example", TimeZone = "Europe/Madrid", IsGuest = true, IsBot = false });
    }

    [Fact]
    public void reads_the_wrapper()
    {
        var callback = (SlackPayload.EventCallback)SlackPayload.Read(Wire.EventEnvelope("""{"type":"app_uninstalled"}"""));

        callback.Should().BeEquivalentTo(new
        {
            EventId = "Ev1",
            Workspace = new WorkspaceId("T1"),
            AppId = "A1",
            AuthorizedUser = new UserId("U0BOT"),
            At = DateTimeOffset.FromUnixTimeSeconds(1761234567),
            IsExternallyShared = false,
        });
    }

    [Fact]
    public void a_shared_channel_belongs_to_the_installation_that_may_see_it() =>
        SlackPayload.Read(Wire.Deliver("events_api", """{"type":"event_callback","team_id":"TPARTNER","authorizations":[{"team_id":"T1"}],"event":{"type":"message"} }"""))
            .Workspace.Should().Be(new WorkspaceId("T1"));

    [Fact]
    public void being_limited_is_no_event_and_does_no_harm() =>
        SlackPayload.Read(Wire.Deliver("events_api", """{"token":"t","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}"""))
            .Should().Be(new SlackPayload.AppRateLimited(DateTimeOffset.FromUnixTimeSeconds(1518467820)) { Workspace = new WorkspaceId("T1") });

    [Theory]
    [InlineData("events_api", "null", "events_api", "payload")]
    [InlineData("events_api", "[]", "events_api", "payload")]
    [InlineData("events_api", """{"type":"event_callback","event":null}""", "event_callback", "event")]
    [InlineData("holograms", "{}", "holograms", null)]
    public void says_what_it_does_not_know(string envelope, string payload, string type, string? missing) =>
        SlackPayload.Read(Wire.Deliver(envelope, payload)).Should().Be(new SlackPayload.Unknown(type, missing));
}
