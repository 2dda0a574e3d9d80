using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Tests.Slack.Payloads;

public sealed class SelfTests
{
    private static readonly Self Bot = new(new UserId("U0BOT"), "B0", "A1");

    [Theory]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.1","user":"U0BOT"}""")]
    [InlineData("""{"type":"message","subtype":"bot_message","channel":"C1","ts":"1.1","bot_id":"B0"}""")]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.1","app_id":"A1","bot_id":"BX"}""")]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.1","bot_profile":{"app_id":"A1"} }""")]
    [InlineData("""{"type":"app_mention","channel":"C1","ts":"1.1","bot_id":"B0"}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1","user":"U0BOT"} }""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1"},"previous_message":{"ts":"1.1","bot_id":"B0"} }""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.1","previous_message":{"ts":"1.1","user":"U0BOT"} }""")]
    [InlineData("""{"type":"reaction_added","user":"U0BOT","reaction":"eyes","item":{"channel":"C1","ts":"1.1"} }""")]
    [InlineData("""{"type":"message","subtype":"channel_topic","channel":"C1","ts":"1.1","user":"U0BOT"}""")]
    public void hears_its_own_voice(string inner) => Bot.Caused(Wire.Event(inner)).Should().BeTrue();

    [Theory]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.1","user":"U1","text":"<@U0BOT>"}""")]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.1","bot_id":"B9","app_id":"A9"}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1","user":"U1","edited":{"user":"U1","ts":"2"} } }""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.1"}""")]
    [InlineData("""{"type":"reaction_added","user":"U1","reaction":"eyes","item_user":"U0BOT","item":{"channel":"C1","ts":"1.1"} }""")]
    [InlineData("""{"type":"member_joined_channel","channel":"C1","user":"U0BOT"}""")]
    [InlineData("""{"type":"member_left_channel","channel":"C1","user":"U0BOT"}""")]
    public void hears_others_and_its_own_coming_and_going(string inner) => Bot.Caused(Wire.Event(inner)).Should().BeFalse();

    [Fact]
    public void an_unknown_bot_id_matches_nobody() =>
        new Self(new UserId("U0BOT"), null, null).Caused(Wire.Event("""{"type":"message","channel":"C1","ts":"1.1"}""")).Should().BeFalse();
}
