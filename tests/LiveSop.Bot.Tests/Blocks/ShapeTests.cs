using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>Slack's own shapes, as its reference gives them.</summary>
public sealed class ShapeTests
{
    private static readonly UserId Alice = new("U1");

    private static readonly Button Done = new(new("done"), PlainText.Of("Done"))
    {
        Value = ActionKey.Of("run12", "step2"),
        Style = ButtonStyle.Primary,
        Confirm = new(PlainText.Of("Sure?"), PlainText.Of("…"), PlainText.Of("Yes"), PlainText.Of("No")) { Style = ButtonStyle.Danger },
    };

    [Fact]
    public void a_header() =>
        BlockShape.Is<Block>(new Header(PlainText.Of($"Run #{12}").WithEmoji(true)),
            """{"type":"header","text":{"type":"plain_text","text":"Run #12","emoji":true}}""");

    [Fact]
    public void a_section() =>
        BlockShape.Is<Block>(new Section(Mrkdwn.Of("*Step 2*").Verbatim()) { BlockId = "s1", Expand = true, Accessory = new Overflow(new("more"), [new(PlainText.Of("Why?"), ActionKey.Of("why"))]) },
            """
            {"type":"section","block_id":"s1","text":{"type":"mrkdwn","text":"*Step 2*","verbatim":true},"expand":true,
             "accessory":{"type":"overflow","action_id":"more","options":[{"text":{"type":"plain_text","text":"Why?"},"value":"why"}]}}
            """);

    [Fact]
    public void fields() =>
        BlockShape.Is<Block>(new Section([Mrkdwn.Of($"*Owner*\n{Alice}")]), """{"type":"section","fields":[{"type":"mrkdwn","text":"*Owner*\n<@U1>"}]}""");

    [Fact]
    public void a_context() =>
        BlockShape.Is<Block>(new Context([Mrkdwn.Of("why"), new ImageElement(new("https://pictures.example/a.png"), PlainText.Of("a chart"))]),
            """{"type":"context","elements":[{"type":"mrkdwn","text":"why"},{"type":"image","image_url":"https://pictures.example/a.png","alt_text":"a chart"}]}""");

    [Fact]
    public void a_divider() => BlockShape.Is<Block>(new Divider(), """{"type":"divider"}""");

    [Fact]
    public void buttons() =>
        BlockShape.Is<Block>(
            new Actions([Done]) { BlockId = "a1" },
            """
            {"type":"actions","block_id":"a1","elements":[{"type":"button","action_id":"done","text":{"type":"plain_text","text":"Done"},"value":"run12:step2","style":"primary",
              "confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"…"},"confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"},"style":"danger"}}]}
            """);

    [Fact]
    public void an_input() =>
        BlockShape.Is<Block>(
            new Input(PlainText.Of("Title"), new PlainTextInput(new("v")) { Multiline = true, MaxLength = 3_000 }) { BlockId = "i1", Hint = PlainText.Of("As people say it") },
            """
            {"type":"input","block_id":"i1","label":{"type":"plain_text","text":"Title"},"hint":{"type":"plain_text","text":"As people say it"},"optional":false,"dispatch_action":false,
              "element":{"type":"plain_text_input","action_id":"v","multiline":true,"max_length":3000}}
            """);

    [Fact]
    public void rich_text() =>
        BlockShape.Is<Block>(
            new RichText(
                Rich.Paragraph($"{"Hi ":bold}{Alice}{new WebLink(new("https://docs.example/a"), "doc")}{new Emoji("tada")}"),
                Rich.Numbered([RichLine.Of($"one")], indent: 0),
                Rich.Code("code"),
                Rich.Quote($"q")),
            """
            {"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"text","text":"Hi ","style":{"bold":true}},{"type":"user","user_id":"U1"},{"type":"link","url":"https://docs.example/a","text":"doc"},{"type":"emoji","name":"tada"}]},
              {"type":"rich_text_list","style":"ordered","indent":0,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]}]},
              {"type":"rich_text_preformatted","border":0,"elements":[{"type":"text","text":"code"}]},
              {"type":"rich_text_quote","elements":[{"type":"text","text":"q"}]}]}
            """);

    [Fact]
    public void the_rest_of_rich_text() =>
        BlockShape.Is<Block>(
            new RichText(Rich.Paragraph($"{new ChannelId("C1")}{new UserGroupId("S1")}{DateTimeOffset.FromUnixTimeSeconds(1761234567):date}{"x":code}"), Rich.Bullets([RichLine.Of($"a"), RichLine.Of($"b")])),
            """
            {"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"channel","channel_id":"C1"},{"type":"usergroup","usergroup_id":"S1"},
                {"type":"date","timestamp":1761234567,"format":"{date_short_pretty}","fallback":"2025-10-23"},{"type":"text","text":"x","style":{"code":true}}]},
              {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"b"}]}]}]}
            """);

    [Fact]
    public void a_table() =>
        BlockShape.Is<Block>(
            new Table([[PlainText.Of("Step"), PlainText.Of("State"), 0m, new TableCell.Rich([Rich.Paragraph($"{"x":bold}")])]]) { ColumnSettings = [new(ColumnAlign.Left, IsWrapped: true), new(ColumnAlign.Right)] },
            """
            {"type":"table","rows":[[{"type":"raw_text","text":"Step"},{"type":"raw_text","text":"State"},{"type":"raw_number","value":0,"text":"0"},
              {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x","style":{"bold":true}}]}]}]],
             "column_settings":[{"align":"left","is_wrapped":true},{"align":"right"}]}
            """);

    [Fact]
    public void a_picture() =>
        BlockShape.Is<Block>(new Image(new("https://pictures.example/a.png?x=1&y=2"), PlainText.Of("a chart")) { Title = PlainText.Of("Chart") },
            """{"type":"image","image_url":"https://pictures.example/a.png?x=1&y=2","alt_text":"a chart","title":{"type":"plain_text","text":"Chart"}}""");

    [Fact]
    public void a_home_view() => BlockShape.Is<View>(new HomeView([new Divider()]), """{"type":"home","blocks":[{"type":"divider"}]}""");

    [Fact]
    public void a_modal() =>
        BlockShape.Is<View>(
            new Modal(new("m1"), PlainText.Of("New SOP"), [new Input(PlainText.Of("Title"), new PlainTextInput(new("v")))], PlainText.Of("Save"))
            {
                Close = PlainText.Of("Cancel"),
                PrivateMetadata = "C1:1.2",
                NotifyOnClose = true,
                ExternalId = "sop-1",
            },
            """
            {"type":"modal","callback_id":"m1","title":{"type":"plain_text","text":"New SOP"},"submit":{"type":"plain_text","text":"Save"},"close":{"type":"plain_text","text":"Cancel"},
             "private_metadata":"C1:1.2","notify_on_close":true,"clear_on_close":false,"external_id":"sop-1",
             "blocks":[{"type":"input","label":{"type":"plain_text","text":"Title"},"element":{"type":"plain_text_input","action_id":"v"}}]}
            """);

    [Fact]
    public void the_same_blocks_give_the_same_bytes()
    {
        static SlackMessage Made() => SlackMessage.Of(Mrkdwn.Of($"{Alice} & {"<b>"}"));

        Made().BlocksJson().Should().Be(Made().BlocksJson()).And.Be("""[{"type":"section","text":{"type":"mrkdwn","text":"<@U1> & &lt;b&gt;","verbatim":true}}]""");
    }
}
