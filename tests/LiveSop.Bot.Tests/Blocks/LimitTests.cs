using LiveSop.Bot.Slack.Blocks;
using static LiveSop.Bot.Tests.Blocks.OurWords;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>What our own code may write: each limit at it and one over it.</summary>
public sealed class LimitTests
{
    private static readonly SlackAction Go = new("go");
    private static readonly Uri Picture = new("https://pictures.example/a.png");

    [Fact]
    public void headers() => Holds("header.text", 150, n => new Header(Plain(n)));

    [Fact]
    public void sections()
    {
        Holds("section.text", 3_000, n => new Section(Marked(n)));
        Holds("section.text", 3_000, n => Section.Plain(Plain(n)));
        Holds("section.fields", 10, n => new Section(Many(n, _ => Mrkdwn.Of("x"))));
        Holds("section.fields", 2_000, n => new Section([Marked(n)]));
        Holds("section.fields", 1_500, n => new Section([Marked(n), Marked(n)]), because: "3,000 together");
    }

    [Fact]
    public void contexts()
    {
        Holds("context.elements", 10, n => new Context(Many<ContextPart>(n, _ => Mrkdwn.Of("x"))));
        Holds("context.elements", 2_000, n => new Context(Marked(n)));
    }

    [Fact]
    public void actions() => Holds("actions.elements", 25, n => new Actions(Many<IActionElement>(n, i => new Button(Action(i), PlainText.Of("x")))));

    [Fact]
    public void inputs()
    {
        Holds("input.label", 2_000, n => new Input(Plain(n), new PlainTextInput(Go)));
        Holds("input.hint", 2_000, n => new Input(PlainText.Of("x"), new PlainTextInput(Go)) { Hint = Plain(n) });
        Holds("placeholder", 150, n => new PlainTextInput(Go) { Placeholder = Plain(n) });
        Holds("plain_text_input.max_length", 3_000, n => new PlainTextInput(Go) { MaxLength = n });
        Holds("plain_text_input.min_length", 3_000, n => new PlainTextInput(Go) { MinLength = n });
        Holds("file_input.max_files", 10, n => new FileInput(Go) { MaxFiles = n });
    }

    [Fact]
    public void pictures()
    {
        Holds("image.alt_text", 2_000, n => new Image(Picture, Plain(n)));
        Holds("image.title", 2_000, n => new Image(Picture, PlainText.Of("x")) { Title = Plain(n) });
        Holds("image.image_url", 3_000, n => new Image(Address(n), PlainText.Of("x")));
        Holds("image.image_url", 3_000, n => new ImageElement(Address(n), PlainText.Of("x")));
    }

    [Fact]
    public void rich_texts()
    {
        Holds("rich_text.elements", 3_000, n => new RichText(new RichPart.Paragraph([new RichElement.Run(Text(n), IsOurs: true)])));
        Holds("rich_text_list.indent", 8, n => Rich.Bullets([RichLine.Of($"x")], n));
    }

    [Fact]
    public void tables()
    {
        Holds("table.rows", 100, n => new Table(Many<IReadOnlyList<TableCell>>(n, _ => [PlainText.Of("x")])));
        Holds("table.rows", 20, n => new Table([Many<TableCell>(n, _ => PlainText.Of("x"))]));
        Holds("table.column_settings", 20, n => new Table([[PlainText.Of("x")]]) { ColumnSettings = Many(n, _ => new TableColumn()) });
        Holds("table.text", 175, n => new Table(Many<IReadOnlyList<TableCell>>(20, _ => [Plain(n)])), because: "3,500 together");
    }

    [Fact]
    public void buttons()
    {
        Holds("button.text", 75, n => new Button(Go, Plain(n)));
        Holds("button.accessibility_label", 75, n => new Button(Go, PlainText.Of("x")) { AccessibilityLabel = Plain(n) });
        Holds("link.url", 3_000, n => new Button(Go, PlainText.Of("x")) { Url = Address(n) });
        Holds("value", 2_000, n => ActionKey.Of(Text(n)));
        Holds("confirm.title", 100, n => new Confirm(Plain(n), PlainText.Of("x"), PlainText.Of("x"), PlainText.Of("x")));
        Holds("confirm.text", 300, n => new Confirm(PlainText.Of("x"), Plain(n), PlainText.Of("x"), PlainText.Of("x")));
        Holds("confirm.confirm", 30, n => new Confirm(PlainText.Of("x"), PlainText.Of("x"), Plain(n), PlainText.Of("x")));
        Holds("confirm.deny", 30, n => new Confirm(PlainText.Of("x"), PlainText.Of("x"), PlainText.Of("x"), Plain(n)));
    }

    [Fact]
    public void menus()
    {
        Holds("option.text", 75, n => new Option(Plain(n), ActionKey.Of("1")));
        Holds("option.description", 75, n => new Option(PlainText.Of("x"), ActionKey.Of("1")) { Description = Plain(n) });
        Holds("option.value", 75, n => new Option(PlainText.Of("x"), ActionKey.Of(Text(n))));
        Holds("static_select.options", 100, n => new StaticSelect(Go, Options(n)));
        Holds("static_select.option_groups", 100, n => new StaticSelect(Go, Many(n, i => new OptionGroup(PlainText.Of("x"), [Numbered(i)]))));
        Holds("multi_static_select.options", 100, n => new MultiStaticSelect(Go, Options(n)));
        Holds("option_group.options", 100, n => new OptionGroup(PlainText.Of("x"), Options(n)));
        Holds("option_group.label", 75, n => new OptionGroup(Plain(n), Options(1)));
        Holds("overflow.options", 5, n => new Overflow(Go, Options(n)));
        Holds("checkboxes.options", 10, n => new Checkboxes(Go, Options(n)));
        Holds("radio_buttons.options", 10, n => new RadioButtons(Go, Options(n)));
    }

    [Fact]
    public void ids()
    {
        Holds("block_id", 255, n => (BlockId)Text(n));
        Holds("view.external_id", 255, n => new HomeView([new Divider()]) { ExternalId = Text(n) });
        new SlackAction("run.step").Numbered(int.MaxValue).Id.Length.Should().BeLessThan(255);
    }

    [Fact]
    public void modals()
    {
        Holds("modal.title", 24, n => new Modal(Go, Plain(n), [new Divider()]));
        Holds("modal.submit", 24, n => new Modal(Go, PlainText.Of("x"), [new Divider()], Plain(n)));
        Holds("modal.close", 24, n => new Modal(Go, PlainText.Of("x"), [new Divider()]) { Close = Plain(n) });
        Holds("view.private_metadata", 3_000, n => new HomeView([new Divider()]) { PrivateMetadata = Text(n) });
        Holds("view.blocks", 100, n => new HomeView(Many<Block>(n, _ => new Divider())));
    }

    [Fact]
    public void messages()
    {
        Holds("message.text", 4_000, n => new SlackMessage(Marked(n), [new Divider()]));
        Holds("message.blocks", 45, n => new SlackMessage(Mrkdwn.Of("x"), Many<Block>(n, _ => new Divider())));
        Holds("message.text_of_all_blocks", 2_500, n => new SlackMessage(Mrkdwn.Of("x"), [new Section(Marked(n)), new Section(Marked(n))]), because: "5,000 together");
    }

    [Fact]
    public void nothing_at_all_is_refused_where_slack_wants_something()
    {
        Refused("header.text", () => new Header(Plain(0)));
        Refused("section.text", () => new Section(Marked(0)));
        Refused("actions.elements", () => new Actions([]));
        Refused("context.elements", () => new Context([]));
        Refused("static_select.options", () => new StaticSelect(Go, Options(0)));
        Refused("message.blocks", () => new SlackMessage(Mrkdwn.Of("x"), []));
        Refused("value", () => ActionKey.Of("run", ""));
    }

    internal static IReadOnlyList<Option> Options(int count) => Many(count, Numbered);

    private static Option Numbered(int i) => new(PlainText.Of($"Option {i}"), ActionKey.Of($"{i}"));

    private static IReadOnlyList<T> Many<T>(int count, Func<int, T> made) => [.. Enumerable.Range(0, count).Select(made)];

    private static Uri Address(int length) => new("https://a.example/" + Text(length - "https://a.example/".Length));

    private static void Holds(string field, int limit, Func<int, object> made, string because = "")
    {
        made.Invoking(make => make(limit)).Should().NotThrow(because);
        Refused(field, () => made(limit + 1));
    }

    internal static void Refused(string field, Func<object> made) => made.Should().Throw<BlockKitException>().Where(refusal => refusal.Field == field && refusal.Message.StartsWith(field));
}
