using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>What Slack wants besides sizes.</summary>
public sealed class RuleTests
{
    private static readonly SlackAction Go = new("go");
    private static readonly Option One = new(PlainText.Of("One"), ActionKey.Of("1"));

    [Fact]
    public void block_ids_are_unique_within_a_message_and_a_view()
    {
        Block[] twice = [new Divider { BlockId = "a" }, new Divider { BlockId = "a" }];

        LimitTests.Refused("message.block_id", () => new SlackMessage(Mrkdwn.Of("x"), twice));
        LimitTests.Refused("view.block_id", () => new HomeView(twice));
        new SlackMessage(Mrkdwn.Of("x"), [new Divider(), new Divider(), new Divider { BlockId = "a" }]).Blocks.Should().HaveCount(3);
    }

    [Fact]
    public void actions_are_distinct_within_a_block_and_numbering_makes_them_so()
    {
        LimitTests.Refused("actions.action_id", () => new Actions([Press(Go), Press(Go)]));

        var numbered = Go.Numbered(2);

        new Actions([Press(Go), Press(numbered)]).Elements.Should().HaveCount(2);
        numbered.Id.Should().Be("go#2");
        Go.Is("go#2").Should().BeTrue();
        Go.Is("go").Should().BeTrue();
        Go.Is("gone").Should().BeFalse();
        Go.Is(null).Should().BeFalse();
    }

    [Fact]
    public void a_message_has_one_table_at_most_and_a_view_none()
    {
        var table = new Table([[PlainText.Of("x")]]);

        LimitTests.Refused("message.tables", () => new SlackMessage(Mrkdwn.Of("x"), [table, table]));
        LimitTests.Refused("table", () => new HomeView([table]));
    }

    [Fact]
    public void a_form_needs_a_button_to_send_it() =>
        LimitTests.Refused("modal.submit", () => new Modal(Go, PlainText.Of("x"), [new Input(PlainText.Of("x"), new PlainTextInput(Go))]));

    [Fact]
    public void the_cursor_stands_in_one_field() =>
        LimitTests.Refused("view.focus_on_load", () => new HomeView(
            [new Input(PlainText.Of("x"), new PlainTextInput(Go) { FocusOnLoad = true }), new Section(Mrkdwn.Of("x")) { Accessory = new DatePicker(Go) { FocusOnLoad = true } }]));

    [Fact]
    public void files_are_asked_for_in_modals_only()
    {
        Block[] asks = [new Input(PlainText.Of("File"), new FileInput(Go))];

        LimitTests.Refused("file_input", () => new SlackMessage(Mrkdwn.Of("x"), asks));
        LimitTests.Refused("file_input", () => new HomeView(asks));
        new Modal(Go, PlainText.Of("x"), asks, PlainText.Of("Send")).Blocks.Should().HaveCount(1);
    }

    [Fact]
    public void what_is_chosen_at_first_is_offered()
    {
        var other = new Option(PlainText.Of("Other"), ActionKey.Of("1"));

        LimitTests.Refused("static_select.initial_option", () => new StaticSelect(Go, [One]) { InitialOption = other });
        LimitTests.Refused("multi_static_select.initial_options", () => new MultiStaticSelect(Go, [One]) { InitialOptions = [other] });
        LimitTests.Refused("radio_buttons.initial_option", () => new RadioButtons(Go, [One]) { InitialOption = other });
        LimitTests.Refused("checkboxes.initial_options", () => new Checkboxes(Go, [One]) { InitialOptions = [other] });
        new StaticSelect(Go, [One]) { InitialOption = new Option(PlainText.Of("One"), ActionKey.Of("1")) }.InitialOption.Should().Be(One);
    }

    [Fact]
    public void no_two_options_carry_the_same_key() => LimitTests.Refused("overflow.options", () => new Overflow(Go, [One, One]));

    [Fact]
    public void views_stay_below_what_slack_takes() =>
        LimitTests.Refused("view.bytes", () => new HomeView([.. Enumerable.Range(0, 100).Select(i => new Section(OurWords.Marked(2_999)))]));

    [Theory]
    [InlineData("ftp://files.example/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://slack.com@evil.example/")]
    public void an_address_that_disguises_where_it_leads_is_no_link(string address) => LimitTests.Refused("link.url", () => new WebLink(new Uri(address)));

    [Fact]
    public void a_field_that_is_to_show_something_new_gets_a_new_id()
    {
        BlockId title = "Title";

        title.Renewed(7).Value.Should().Be("Title~7");
        title.Renewed(7).Renewed(8).Value.Should().Be("Title~8");
        BlockId.NameOf("Title~8").Should().Be("Title");
    }

    [Theory]
    [InlineData("run", "12")]
    [InlineData("a:b", "100%", "%3A", "ü😀")]
    [InlineData("one")]
    public void a_key_comes_back_as_it_went(params string[] parts) => ActionKey.Parts(ActionKey.Of(parts).Value, parts.Length).Should().Equal(parts);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("run:1:2")]
    [InlineData("run:")]
    [InlineData("run:%")]
    [InlineData("run:%41")]
    public void a_key_that_we_did_not_write_is_none(string? value) => ActionKey.Parts(value, 2).Should().BeNull();

    private static Button Press(SlackAction action) => new(action, PlainText.Of("x"));
}
