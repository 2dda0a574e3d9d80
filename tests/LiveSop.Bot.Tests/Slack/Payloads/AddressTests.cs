using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Tests.Slack.Payloads;

public sealed class AddressTests
{
    private static readonly WorkspaceId Workspace = new("T1");

    [Fact]
    public void a_message_and_its_mention_fold_into_one_and_only_the_mention_says_so()
    {
        var message = Wire.AddressOf("""{"type":"message","channel":"C1","user":"U1","ts":"1.1"}""", "Ev1");
        var mention = Wire.AddressOf("""{"type":"app_mention","channel":"C1","user":"U1","ts":"1.1"}""", "Ev2");

        message.Should().Be(new Address("m:C1:1.1", "C1", Workspace, IsMention: false));
        mention.Should().Be(message with { IsMention = true });
    }

    [Theory]
    [InlineData("file_share")]
    [InlineData("thread_broadcast")]
    [InlineData("bot_message")]
    public void speech_of_every_kind_goes_by_channel_and_ts(string subtype) =>
        Wire.AddressOf($$"""{"type":"message","subtype":"{{subtype}}","channel":"C1","ts":"1.1","thread_ts":"1.0"}""").Key.Should().Be("m:C1:1.1");

    [Fact]
    public void an_edit_and_the_mention_that_it_causes_fold_into_one()
    {
        var edit = Wire.AddressOf("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":{"ts":"1.1","edited":{"ts":"2.0"} } }""", "Ev1");
        var mention = Wire.AddressOf("""{"type":"app_mention","channel":"C1","ts":"1.1","edited":{"user":"U1","ts":"2.0"} }""", "Ev2");

        edit.Key.Should().Be("e:C1:1.1:2.0");
        mention.Key.Should().Be(edit.Key);
        mention.IsMention.Should().BeTrue();
    }

    [Fact]
    public void two_edits_of_a_message_are_two() =>
        Wire.AddressOf("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1","edited":{"ts":"3.0"} } }""").Key.Should().Be("e:C1:1.1:3.0");

    [Theory]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1"} }""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1"}""")]
    [InlineData("""{"type":"message","subtype":"channel_join","channel":"C1","ts":"1.1"}""")]
    [InlineData("""{"type":"message","channel":"C1"}""")]
    [InlineData("""{"type":"member_joined_channel","channel":"C1","user":"U1"}""")]
    [InlineData("""{"type":"something_of_next_year","channel":{"id":"C1"} }""")]
    public void everything_else_goes_by_its_event_id(string inner) => Wire.AddressOf(inner, "Ev7").Should().Be(new Address("ev:Ev7", "C1", Workspace, false));

    [Theory]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.1"}""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","previous_message":{"ts":"1.1"} }""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1","subtype":"tombstone","edited":{"ts":"2.0"} } }""")]
    public void a_deletion_goes_by_what_is_gone(string inner) => Wire.AddressOf(inner).Key.Should().Be("d:C1:1.1");

    [Theory]
    [InlineData("""{"type":"reaction_added","user":"U1","item":{"channel":"C9","ts":"1.1"} }""", "C9")]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1","name":"x"} }""", "C1")]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"C1","new_channel_id":"C2"}""", "C1")]
    [InlineData("""{"type":"user_change","user":{"id":"U1"} }""", "U1")]
    [InlineData("""{"type":"app_uninstalled"}""", "T1")]
    public void the_lane_is_the_channel_else_the_person_else_the_workspace(string inner, string lane) => Wire.AddressOf(inner).Lane.Should().Be(lane);

    [Fact]
    public void an_event_without_an_id_goes_by_its_envelope() =>
        Addressing.Of(Wire.Deliver("events_api", """{"event":{"type":"app_uninstalled"} }""", "e-9")).Should().Be(new Address("env:e-9", "workspace", null, false));

    [Theory]
    [InlineData("slash_commands", """{"trigger_id":"1.2.a","channel_id":"C1","user_id":"U1","team_id":"T1"}""", "env:1.2.a", "C1")]
    [InlineData("interactive", """{"trigger_id":"1.2.a","channel":{"id":"C1"},"user":{"id":"U1"},"team":{"id":"T1"} }""", "env:1.2.a", "C1")]
    [InlineData("interactive", """{"container":{"channel_id":"C1"},"user":{"id":"U1"},"team":{"id":"T1"} }""", "env:e-1", "C1")]
    [InlineData("interactive", """{"type":"view_closed","user":{"id":"U1","team_id":"T1"},"team":null}""", "env:e-1", "U1")]
    public void what_people_do_goes_by_its_trigger_else_by_its_envelope(string type, string payload, string key, string lane) =>
        Addressing.Of(Wire.Deliver(type, payload, "e-1")).Should().Be(new Address(key, lane, Workspace, false));

    [Fact]
    public void what_slack_never_sends_is_hashed_and_stays_different()
    {
        var spaced = Wire.AddressOf("""{"type":"message","channel":"C 1","ts":"1.1"}""");
        var joined = Wire.AddressOf("""{"type":"message","channel":"C1:1","ts":"1"}""");
        var split = Wire.AddressOf("""{"type":"message","channel":"C1","ts":"1:1"}""");
        var long1 = Wire.AddressOf($$"""{"type":"message","channel":"{{new string('C', 200)}}","ts":"{{new string('1', 200)}}"}""");

        new[] { spaced.Key, joined.Key, split.Key, long1.Key }.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.Length == 66 && key.StartsWith("m:"));
        spaced.Lane.Should().HaveLength(64).And.MatchRegex("^[0-9a-f]+$");
    }
}
