using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

public sealed class PagesTests
{
    [Fact]
    public void what_fits_one_message_is_one()
    {
        var pages = SlackMessage.Pages(Mrkdwn.Of("The list"), Lines(45));

        pages.Should().ContainSingle().Which.Blocks.Should().HaveCount(45);
        pages[0].Text.Text.Should().Be("The list");
    }

    [Fact]
    public void more_blocks_than_a_message_holds_make_several_in_order()
    {
        var pages = SlackMessage.Pages(Mrkdwn.Of("The list"), Lines(100));

        pages.Select(page => page.Blocks.Count).Should().Equal(45, 45, 10);
        pages.Select(page => page.Text.Text).Should().Equal("The list (1 of 3)", "The list (2 of 3)", "The list (3 of 3)");
        pages.SelectMany(page => page.Blocks).Select(Text).Should().Equal(Enumerable.Range(0, 100).Select(i => $"Line {i}"));
    }

    [Fact]
    public void more_text_than_a_message_holds_makes_several()
    {
        var pages = SlackMessage.Pages(Mrkdwn.Of("x"), [.. Enumerable.Repeat(new Section(OurWords.Marked(2_000)), 5)]);

        pages.Select(page => page.Blocks.Count).Should().Equal(2, 2, 1);
    }

    [Fact]
    public void a_heading_goes_with_what_it_heads()
    {
        var pages = SlackMessage.Pages(Mrkdwn.Of("x"), [.. Lines(44), new Header(PlainText.Of("Second")), .. Lines(2)]);

        pages.Select(page => page.Blocks.Count).Should().Equal(44, 3);
        pages[1].Blocks[0].Should().BeOfType<Header>();
    }

    [Fact]
    public void tables_go_into_messages_of_their_own()
    {
        var table = new Table([[PlainText.Of("x")]]);

        SlackMessage.Pages(Mrkdwn.Of("x"), [table, new Divider(), table, table]).Select(page => page.Blocks.Count).Should().Equal(2, 1, 1);
    }

    [Fact]
    public void one_message_ends_in_how_many_more_there_are()
    {
        var message = SlackMessage.Fit(Mrkdwn.Of("x"), Lines(100));

        message.Blocks.Should().HaveCount(45);
        Text(message.Blocks[^1]).Should().Be("… and 56 more");
        Text(message.Blocks[^2]).Should().Be("Line 43");
    }

    [Fact]
    public void a_view_ends_in_how_many_more_there_are()
    {
        var blocks = View.Fit(Lines(250));

        blocks.Should().HaveCount(100);
        Text(blocks[^1]).Should().Be("… and 151 more");
    }

    [Fact]
    public void a_view_of_large_menus_stays_below_what_slack_takes()
    {
        var menus = Enumerable.Range(0, 90).Select(i => new Section(Mrkdwn.Of($"Menu {i}")) { Accessory = new StaticSelect(new("go"), LimitTests.Options(100)) }).ToList<Block>();

        new HomeView(View.Fit(menus)).Json().Length.Should().BeInRange(150_000, 250_000);
    }

    [Fact]
    public void no_blocks_at_all_still_make_a_message() =>
        Text(SlackMessage.Pages(Mrkdwn.Of("x"), []).Should().ContainSingle().Which.Blocks.Should().ContainSingle().Subject).Should().Be("(empty)");

    [Fact]
    public void a_table_says_how_many_rows_it_left_out()
    {
        TableCell[] heading = [PlainText.Of("Case")];

        var few = Table.Fit(heading, [.. Enumerable.Range(0, 3).Select(i => (TableCell[])[(UntrustedText)$"Case {i}"])], out var none);
        var many = Table.Fit(heading, [.. Enumerable.Range(0, 300).Select(i => (TableCell[])[(UntrustedText)$"Case {i}"])], out var left);

        (few.Rows.Count, none).Should().Be((4, 0));
        (many.Rows.Count, left).Should().Be((100, 201));
    }

    private static List<Block> Lines(int count) => [.. Enumerable.Range(0, count).Select(i => new Context(Mrkdwn.Of($"Line {i}")))];

    private static string Text(Block block) => block.Should().BeOfType<Context>().Which.Elements[0].Should().BeOfType<ContextPart.Words>().Which.Text.Text;
}
