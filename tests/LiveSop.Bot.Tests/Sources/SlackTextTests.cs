using System.Text.Json;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class SlackTextTests : Inputs
{
    [Theory]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&lt;@U1&gt;", "<@U1>")]
    [InlineData("<@U1> hi", "@ana hi")]
    [InlineData("<@U5|zoe>", "@zoe")]
    [InlineData("<@U5>", "@unknown person")]
    [InlineData("see <#C1|general>", "see #general")]
    [InlineData("see <#C2> or <#C2|>", "see #ops or #ops")]
    [InlineData("<!here> <!channel|@channel>", "@here @channel")]
    [InlineData("<!subteam^S1|@team> <!subteam^S2>", "@team @group")]
    [InlineData("<!date^1392734382^{date}|18 Feb>", "18 Feb")]
    [InlineData("<https://x.example/a|label>", "label (https://x.example/a)")]
    [InlineData("<https://x.example/?a=1&amp;b=2>", "https://x.example/?a=1&b=2")]
    [InlineData("<http://x.example/|x.example>", "http://x.example/")]
    [InlineData("<mailto:a@x.example|a@x.example>", "a@x.example")]
    [InlineData("*bold* _it_ `code`", "*bold* _it_ `code`")]
    [InlineData("if a < b then", "if a < b then")]
    [InlineData("<odd thing> and <>", "<odd thing> and <>")]
    [InlineData("one\r\ntwo\u0000\u0007", "one\ntwo")]
    [InlineData("<https://files.slack.com/files-pri/T1-F1/a.txt?t=xoxe-12-34|a.txt>", "a.txt")]
    [InlineData("<https://acme.slack.com/files/U1/F1/a.txt>", "[file]")]
    [InlineData("<https://x.example/f?t=xoxe-12-34-ab>", "https://x.example/f")]
    [InlineData("<https://x.example/f?t=xoxe-12&amp;dl=1> <https://x.example/f?a=1&amp;t=xoxe-12>", "https://x.example/f?dl=1 https://x.example/f?a=1")]
    [InlineData("use xoxb-123456789-abcdef now", "use [token] now")]
    public async Task resolves_markup_as_people_read_it(string raw, string expected) =>
        (await OneAsync(Export(Message(raw)))).Text.Should().Be(expected);

    [Theory]
    [InlineData(""" "attachments":[{"fallback":"Build 7 failed","text":""}] """, "Build 7 failed")]
    [InlineData(""" "attachments":[{"pretext":"New","title":"Build 7","text":"by <@U1>","fields":[{"title":"Env","value":"prod"}],"fallback":"no"}] """, "New\nBuild 7\nby @ana\nEnv: prod")]
    [InlineData(""" "attachments":[{"fallback":"[no preview available]","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"in *here*"}}]}] """, "in *here*")]
    [InlineData(""" "blocks":[{"type":"header","text":{"type":"plain_text","text":"a < b"}},{"type":"section","fields":[{"type":"mrkdwn","text":"x"},{"type":"mrkdwn","text":"y"}]},{"type":"context","elements":[{"type":"plain_text","text":"z"},{"type":"image","alt_text":"no"}]},{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Click"}}]}] """, "a < b\nx\ny\nz")]
    [InlineData(""" "blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"},{"type":"text","text":" sees <3 "},{"type":"emoji","name":"wave"},{"type":"link","url":"https://x.example"}]},{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]}]}]}] """, "@ana sees <3 :wave:https://x.example\n• one")]
    [InlineData(""" "blocks":"odd","attachments":[7,{"fields":"odd","fallback":"still"}] """, "still")]
    public async Task reads_an_apps_words_where_its_text_is_empty(string rest, string expected) =>
        (await OneAsync(Export($$"""{"bot_id":"B1","text":"","ts":"1715900000.1",{{rest}}}"""))).Text.Should().Be(expected);

    [Fact]
    public async Task prefers_the_text_to_blocks_that_repeat_it() =>
        (await OneAsync(Export("""{"user":"U1","text":"said","ts":"1715900000.1","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"said"}}]}"""))).Text
            .Should().Be("said");

    [Fact]
    public async Task names_files_and_never_shows_where_they_are()
    {
        var message = await OneAsync(Export("""
            {"subtype":"file_share","user":"U1","text":"the log","ts":"1715900000.1","files":[
              {"name":"app log.txt","url_private":"https://files.slack.com/files-pri/T1-F1/a.txt?t=xoxe-1-2"},
              {"id":"F2","mode":"tombstone"},{"id":"F3","file_access":"check_file_info"}]}
            """));

        message.Text.Should().Be("the log\n[file: app log.txt]\n[file]");
        Tally.Sentences().Should().Contain("2 attached files were read by name only: an export holds links, not contents.");
    }

    [Fact]
    public async Task counts_an_edited_messages_file_once()
    {
        await ReadAsync(Export("""{"user":"U1","text":"a","ts":"1715900000.1","files":[{"name":"x"}]}""",
            """{"subtype":"message_changed","ts":"1715900050.1","message":{"user":"U1","text":"b","ts":"1715900000.1","files":[{"name":"x"}]}}"""));

        Tally[Omission.FileContent].Should().Be(1);
    }

    [Fact]
    public async Task reads_the_single_file_and_the_file_comment_of_old_exports()
    {
        var messages = await ReadAsync(Export(
            """{"subtype":"file_share","user":"U1","text":"<@U1> uploaded a file: <https://acme.slack.com/files/U1/F1/a.txt|a.txt>","ts":"1715900000.1","file":{"name":"a.txt","url_private":"https://x"}}""",
            """{"subtype":"file_comment","text":"<@U2> commented on <@U1>'s file","ts":"1715900001.1","file":{"name":"a.txt"},"comment":{"user":"U2","comment":"looks fine"}}"""));

        messages.Select(message => (message.Author.Name, message.Text)).Should()
            .Equal(("ana", "@ana uploaded a file: a.txt\n[file: a.txt]"), ("Ben Okri", "looks fine"));
    }

    private static string Message(string text) => $$"""{"user":"U1","ts":"1715900000.1","text":{{JsonSerializer.Serialize(text)}}}""";
}
