using System.Text;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Tests.Slack.Payloads;

public sealed class FrameTests
{
    [Fact]
    public void reads_the_greeting()
    {
        var hello = Wire.Frame("""
            {"type":"hello","num_connections":2,"connection_info":{"app_id":"A111"},
             "debug_info":{"host":"applink-1","started":"2020-10-11 12:12:12.120","build_number":54,"approximate_connection_time":18060}}
            """);

        hello.Should().Be(new Frame.Hello("A111", 2, TimeSpan.FromSeconds(18060)));
    }

    [Fact]
    public void a_greeting_may_say_nothing_of_itself() => Wire.Frame("""{"type":"hello"}""").Should().Be(new Frame.Hello(null, null, null));

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_of_next_year")]
    public void keeps_whatever_reason_slack_gives_for_a_disconnect(string reason) =>
        Wire.Frame($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"x"} }""").Should().Be(new Frame.Disconnect(reason));

    [Fact]
    public void a_disconnect_without_a_reason_is_still_one() => Wire.Frame("""{"type":"disconnect"}""").Should().Be(new Frame.Disconnect("unnamed"));

    [Fact]
    public void an_envelope_keeps_its_frame_byte_for_byte()
    {
        var json = """{"envelope_id":"e-1","type":"events_api","accepts_response_payload":false,"retry_attempt":1,"retry_reason":"timeout","payload":{"a":"ü"}}""";
        var envelope = ((Frame.Delivery)Wire.Frame(json)).Envelope;

        envelope.Id.Should().Be("e-1");
        envelope.Type.Should().Be("events_api");
        envelope.AcceptsResponsePayload.Should().BeFalse();
        envelope.RetryAttempt.Should().Be(1);
        envelope.RetryReason.Should().Be("timeout");
        Encoding.UTF8.GetString(envelope.Raw.Span).Should().Be(json);
    }

    [Theory]
    [InlineData("\"2\"", 2)]
    [InlineData("null", null)]
    [InlineData("-1", null)]
    [InlineData("{}", null)]
    [InlineData("99999999999", null)]
    public void a_retry_count_may_come_in_any_shape(string written, int? read) =>
        ((Frame.Delivery)Wire.Frame($$"""{"envelope_id":"e","type":"t","retry_attempt":{{written}} }""")).Envelope.RetryAttempt.Should().Be(read);

    [Fact]
    public void an_unknown_type_with_an_id_can_be_acknowledged() =>
        Wire.Frame("""{"envelope_id":"e","type":"holograms","payload":{} }""").Should().BeOfType<Frame.Delivery>().Which.Envelope.Type.Should().Be("holograms");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"hello\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"ping"}""")]
    [InlineData("""{"type":"hello"} {"type":"hello"}""")]
    [InlineData("""{"envelope_id":"","type":"events_api"}""")]
    [InlineData("""{"envelope_id":"a\u0000b","type":"events_api"}""")]
    public void says_what_cannot_be_read(string frame) => Wire.Frame(frame).Should().BeOfType<Frame.Unreadable>();

    [Fact]
    public void of_two_fields_with_one_name_the_last_counts() =>
        ((Frame.Delivery)Wire.Frame("""{"envelope_id":"first","envelope_id":"last","type":"t"}""")).Envelope.Id.Should().Be("last");

    [Fact]
    public void refuses_nesting_that_no_message_has() =>
        Wire.Frame($$"""{"envelope_id":"e","payload":{{new string('[', 500)}}{{new string(']', 500)}} }""").Should().BeOfType<Frame.Unreadable>();
}
