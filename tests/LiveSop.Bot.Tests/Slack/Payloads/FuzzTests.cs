using System.Text;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Tests.Slack.Payloads;

/// <summary>Ten thousand frames, each a real one with something broken in it.</summary>
public sealed class FuzzTests
{
    private const int Frames = 10_000;

    private static readonly string[] Seeds =
    [
        """{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"},"debug_info":{"approximate_connection_time":18060}}""",
        """{"type":"disconnect","reason":"warning","debug_info":{"host":"x"}}""",
        Event("""{"type":"message","channel":"C1","channel_type":"channel","user":"U1","text":"hi \ud83d\ude00","ts":"1761234567.000100","thread_ts":"1.1","blocks":[{"type":"rich_text"}],"files":[{"id":"F1","size":7}],"metadata":{"event_type":"m","event_payload":{"id":"1"}}}"""),
        Event("""{"type":"message","subtype":"message_changed","channel":"C1","message":{"ts":"1.1","text":"b","edited":{"ts":"2.0"}},"previous_message":{"ts":"1.1","text":"a"}}"""),
        Event("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.1"}"""),
        Event("""{"type":"app_mention","channel":"C1","user":"U1","ts":"1.1","text":"<@U0BOT>"}"""),
        Event("""{"type":"channel_rename","channel":{"id":"C1","name":"x","created":1}}"""),
        Event("""{"type":"reaction_added","user":"U1","reaction":"eyes","item":{"type":"message","channel":"C1","ts":"1.1"}}"""),
        Event("""{"type":"user_change","user":{"id":"U1","name":"ana","tz":"Europe/Madrid","profile":{"display_name":"Ana"}}}"""),
        """{"envelope_id":"e","type":"slash_commands","accepts_response_payload":true,"payload":{"command":"/sop","text":"help","channel_id":"C1","user_id":"U1","team_id":"T1","trigger_id":"1.2.a","response_url":"https://hooks.slack.com/x"}}""",
        """{"envelope_id":"e","type":"interactive","payload":{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"container":{"type":"message","channel_id":"C1"},"actions":[{"action_id":"a","type":"button","value":"1"}],"state":{"values":{"b":{"a":{"type":"checkboxes","selected_options":[{"value":"x"}]}}}}}}""",
        """{"envelope_id":"e","type":"interactive","payload":{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","private_metadata":"m","state":{"values":{"b":{"a":{"type":"datepicker","selected_date":"2026-01-01"}}}}}}}""",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "123456789012345678901234567890", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "[]", "{}", "[null]",
        "{\"id\":{}}", "\"\\ud83d\"", "1761234567.000100", "\"C1\\nC2\"", "[[[[[[]]]]]]", "{\"id\":\"\\ud800\"}", "{\"\\ud800\":1}", "253402300800",
    ];

    [Fact]
    public void nothing_that_comes_can_throw()
    {
        var dice = new Random(20261122);
        var read = new Dictionary<string, int>();
        for (var i = 0; i < Frames; i++)
        {
            var frame = Broken(dice, i);
            var outcome = Outcome(frame, i);
            read[outcome] = read.GetValueOrDefault(outcome) + 1;
        }

        read.Keys.Should().Contain(["Unreadable", "Unknown", "UnknownEvent", "Hello", "Disconnect", "MessagePosted", "MessageChanged", "BlockActions", "SlashCommand", "ViewSubmission"],
            "a fuzz that reaches only one branch shows nothing");
        read["Unreadable"].Should().BeInRange(Frames / 10, Frames * 9 / 10);
    }

    private static string Outcome(byte[] bytes, int number)
    {
        try
        {
            var frame = Envelope.Parse(bytes);
            if (frame is not Frame.Delivery { Envelope: var envelope }) return frame.GetType().Name;
            var address = Addressing.Of(envelope);
            address.Key.Should().HaveLength(Math.Min(255, address.Key.Length)).And.MatchRegex("^[!-~]+$");
            address.Lane.Should().HaveLength(Math.Min(255, address.Lane.Length)).And.MatchRegex("^[!-~]+$");
            var payload = SlackPayload.Read(envelope);
            payload.ToString().Should().NotBeNull();
            if (payload is not SlackPayload.EventCallback { Event: var happened }) return payload.GetType().Name;
            new Self(new("U0BOT"), "B0", "A1").Caused(happened);
            if (happened is SlackEvent.MessagePosted { Message: var message }) new MessageText(new Mrkdwn(id => id, _ => null)).Of(message.Said).Should().NotContain("\0");
            return happened.GetType().Name;
        }
        catch (Exception thrown) when (thrown is not Xunit.Sdk.XunitException)
        {
            throw new Xunit.Sdk.XunitException($"Frame {number} threw {thrown}: {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(500, bytes.Length)))}");
        }
    }

    private static byte[] Broken(Random dice, int number)
    {
        var text = Seeds[number % Seeds.Length];
        return dice.Next(10) switch
        {
            0 => Encoding.UTF8.GetBytes(text)[..dice.Next(text.Length)],
            1 => Flipped(dice, text),
            2 => Encoding.UTF8.GetBytes(text.Replace("\"U1\"", $"\"{new string('x', dice.Next(1, 100_000))}\"")),
            3 => Encoding.UTF8.GetBytes(text.Replace("\"payload\":{", $"\"payload\":{{\"deep\":{new string('[', dice.Next(1, 400))}1{new string(']', 3)},")),
            4 => Encoding.UTF8.GetBytes(Doubled(dice, text)),
            _ => Encoding.UTF8.GetBytes(Revalued(dice, text, dice.Next(1, 4))),
        };
    }

    // Bytes that are not UTF-8 included.
    private static byte[] Flipped(Random dice, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var n = dice.Next(1, 5); n > 0; n--) bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        return bytes;
    }

    private static string Doubled(Random dice, string text)
    {
        var at = text.IndexOf('{', dice.Next(text.Length / 2));
        return at < 0 ? text : text.Insert(at + 1, $"\"type\":{Values[dice.Next(Values.Length)]},\"channel\":{Values[dice.Next(Values.Length)]},");
    }

    private static string Revalued(Random dice, string text, int times)
    {
        for (; times > 0; times--)
        {
            var starts = Enumerable.Range(0, text.Length - 1).Where(at => text[at] == ':' && text[at - 1] == '"').ToList();
            if (starts.Count == 0) return text;
            var start = starts[dice.Next(starts.Count)] + 1;
            text = text[..start] + Values[dice.Next(Values.Length)] + text[EndOfValue(text, start)..];
        }
        return text;
    }

    private static int EndOfValue(string text, int start)
    {
        var depth = 0;
        var quoted = false;
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && text[at - 1] != '\\') quoted = !quoted;
            if (quoted) continue;
            if (depth == 0 && c is ',' or '}' or ']' && at > start) return at;
            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
        }
        return text.Length;
    }

    private static string Event(string inner) =>
        $$"""{"envelope_id":"e","type":"events_api","retry_attempt":0,"payload":{"team_id":"T1","type":"event_callback","event_id":"Ev1","event_time":1,"authorizations":[{"team_id":"T1"}],"event":{{inner}} } }""";
}
