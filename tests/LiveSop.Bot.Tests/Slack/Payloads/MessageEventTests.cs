using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Markup;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;

namespace LiveSop.Bot.Tests.Slack.Payloads;

public sealed class MessageEventTests
{
    private static readonly ChannelId Channel = new("C1");

    [Fact]
    public void reads_what_somebody_says()
    {
        var posted = Posted("""
            {"type":"message","channel":"C1","channel_type":"channel","user":"U1","text":"it &lt;fails&gt;","ts":"1761234567.000100","event_ts":"1761234567.000100",
             "team":"T1","client_msg_id":"c-1","thread_ts":"1761234000.000000","parent_user_id":"U2","blocks":[{"type":"rich_text","elements":[]}]}
            """);

        posted.Channel.Should().Be(Channel);
        posted.ChannelType.Should().Be("channel");
        posted.Message.Should().BeEquivalentTo(new
        {
            Ts = new MessageTs("1761234567.000100"),
            ThreadTs = new MessageTs("1761234000.000000"),
            User = new UserId("U1"),
            Text = "it &lt;fails&gt;",
            IsReply = true,
            BotId = (string?)null,
            EditedTs = (MessageTs?)null,
        });
        posted.Message.Blocks.GetArrayLength().Should().Be(1);
    }

    [Fact]
    public void a_message_at_the_top_or_at_the_head_of_its_thread_is_no_reply()
    {
        Posted("""{"type":"message","channel":"C1","ts":"1.1"}""").Message.IsReply.Should().BeFalse();
        Posted("""{"type":"message","channel":"C1","ts":"1.1","thread_ts":"1.1"}""").Message.IsReply.Should().BeFalse();
    }

    [Fact]
    public void a_ts_written_as_a_number_keeps_its_zeros() =>
        Posted("""{"type":"message","channel":"C1","ts":1761234567.000100}""").Message.Ts.Value.Should().Be("1761234567.000100");

    [Theory]
    [InlineData("bot_message")]
    [InlineData("me_message")]
    [InlineData("file_share")]
    [InlineData("thread_broadcast")]
    public void speech_comes_under_several_subtypes(string subtype) =>
        Posted($$"""{"type":"message","subtype":"{{subtype}}","channel":"C1","user":"U1","text":"x","ts":"1.1"}""").Message.Subtype.Should().Be(subtype);

    [Fact]
    public void knows_a_post_by_a_program_whichever_way_it_comes()
    {
        Posted("""{"type":"message","channel":"C1","ts":"1.1","user":"U0BOT","bot_id":"B1","bot_profile":{"id":"B1","app_id":"A9","name":"Deploys"} }""")
            .Message.Should().BeEquivalentTo(new { BotId = "B1", AppId = "A9", BotName = "Deploys", User = new UserId("U0BOT") });
        Posted("""{"type":"message","subtype":"bot_message","channel":"C1","ts":"1.1","bot_id":"B2","username":"hook","icons":{} }""")
            .Message.Should().BeEquivalentTo(new { BotId = "B2", BotName = "hook", User = (UserId?)null });
    }

    [Fact]
    public void finds_our_mark_in_the_metadata() =>
        Posted("""{"type":"message","channel":"C1","ts":"1.1","metadata":{"event_type":"livesop_msg","event_payload":{"id":"01HF"} } }""")
            .Message.Should().BeEquivalentTo(new { MetadataEventType = "livesop_msg", MetadataId = "01HF" });

    [Fact]
    public void an_edit_carries_the_new_message_and_the_old()
    {
        var changed = Changed("""
            {"type":"message","subtype":"message_changed","hidden":true,"channel":"C1","ts":"9.9",
             "message":{"type":"message","user":"U1","text":"new","ts":"1.1","edited":{"user":"U1","ts":"2.0"} },
             "previous_message":{"type":"message","user":"U1","text":"old","ts":"1.1"} }
            """);

        changed.Message.Should().BeEquivalentTo(new { Text = "new", Ts = new MessageTs("1.1"), EditedTs = new MessageTs("2.0") });
        changed.Previous!.Text.Should().Be("old");
        changed.IsEdit.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"text":"same","ts":"1.1"}""", """{"text":"same","ts":"1.1"}""")]
    [InlineData("""{"text":"same","ts":"1.1","edited":{"ts":"2.0"},"attachments":[{}]}""", """{"text":"same","ts":"1.1","edited":{"ts":"2.0"}}""")]
    public void a_preview_of_a_link_is_no_edit(string message, string previous) =>
        Changed($$"""{"type":"message","subtype":"message_changed","channel":"C1","message":{{message}},"previous_message":{{previous}} }""").IsEdit.Should().BeFalse();

    [Fact]
    public void a_change_of_blocks_alone_is_an_edit() =>
        Changed("""
            {"type":"message","subtype":"message_changed","channel":"C1","message":{"text":"t","ts":"1.1","edited":{"ts":"2.0"},"blocks":[{"a":1}]},
             "previous_message":{"text":"t","ts":"1.1","blocks":[{"a":2}]} }
            """).IsEdit.Should().BeTrue();

    [Theory]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"9.9","deleted_ts":"1.1","previous_message":{"ts":"1.1","user":"U1"} }""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"9.9","previous_message":{"ts":"1.1","user":"U1"} }""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":{"subtype":"tombstone","ts":"1.1"},"previous_message":{"ts":"1.1","user":"U1"} }""")]
    public void a_deletion_names_what_is_gone(string inner)
    {
        var deleted = Wire.Event(inner).Should().BeOfType<MessageDeleted>().Which;

        deleted.DeletedTs.Value.Should().Be("1.1");
        deleted.Previous!.User.Should().Be(new UserId("U1"));
    }

    [Theory]
    [InlineData("channel_join")]
    [InlineData("channel_topic")]
    [InlineData("message_replied")]
    [InlineData("something_of_next_year")]
    public void what_slack_notes_is_no_speech(string subtype) =>
        Wire.Event($$"""{"type":"message","subtype":"{{subtype}}","channel":"C1","user":"U1","text":"has joined","ts":"1.1"}""")
            .Should().Be(new SystemNote(Channel, subtype, new UserId("U1")));

    [Theory]
    [InlineData("""{"type":"message","ts":"1.1"}""", "channel")]
    [InlineData("""{"type":"message","channel":"C1"}""", "ts")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","message":null}""", "message")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1"}""", "deleted_ts")]
    public void says_what_a_message_lacks(string inner, string missing) => Wire.Event(inner).Should().Be(new UnknownEvent("message", missing));

    [Fact]
    public void half_a_character_costs_only_itself() =>
        Posted("""{"type":"message","channel":"C1","ts":"1.1","text":"a\ud83d \ud83d\ude00 \\ud83d \udc00\"\n"}""").Message.Text.Should().Be("a\uFFFD 😀 \\ud83d \uFFFD\"\n");

    [Fact]
    public void names_its_files_and_reads_like_an_exported_message()
    {
        var posted = Posted("""
            {"type":"message","subtype":"file_share","channel":"C1","user":"U1","ts":"1.1","text":"<@U2> the log, see <#C2>",
             "files":[{"id":"F1","name":"app.log","mimetype":"text/plain","size":"12","url_private_download":"https://files.slack.com/x"},{"id":"F2","mode":"tombstone"},
                      {"id":"F3","file_access":"check_file_info"},null]}
            """).Message;

        posted.Files.Should().HaveCount(3);
        posted.Files[0].Should().BeEquivalentTo(new { Name = "app.log", Size = 12L, Download = "https://files.slack.com/x", MustAsk = false });
        posted.Files[2].MustAsk.Should().BeTrue();
        new MessageText(new Mrkdwn(id => $"name of {id}", _ => null)).Of(posted.Said).Should().Be("@name of U2 the log, see #C2\n[file: app.log]\n[file]");
    }

    [Fact]
    public void shows_no_words_where_logs_might_print_it() =>
        Posted("""{"type":"message","channel":"C1","user":"U1","ts":"1.1","text":"secret"}""").ToString().Should().Contain("1.1").And.NotContain("secret");

    private static MessagePosted Posted(string inner) => Wire.Event(inner).Should().BeOfType<MessagePosted>().Which;

    private static MessageChanged Changed(string inner) => Wire.Event(inner).Should().BeOfType<MessageChanged>().Which;
}
