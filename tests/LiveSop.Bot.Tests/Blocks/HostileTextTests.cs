using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>Whatever people write stays text, and there is always a message.</summary>
public sealed class HostileTextTests
{
    private static readonly SlackAction Go = new("go");
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_761_234_567);

    [Theory]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    [InlineData("<@U1>", "&lt;@U1&gt;")]
    [InlineData("&lt;!here&gt;", "&amp;lt;!here&amp;gt;")]
    [InlineData("<https://evil.example|https://bank.example>", "&lt;https://evil.example|https://bank.example&gt;")]
    [InlineData("tell @here and @Everyone", "tell @\u2060here and @\u2060Everyone")]
    [InlineData("a\r\nb\u2028c\0d", "a b cd")]
    [InlineData("\u202Eevorppa", "evorppa")]
    [InlineData("mail a@here.example or @hereford", "mail a@here.example or @hereford")]
    public void in_markup_it_is_escaped_on_one_line(string theirs, string written)
    {
        Mrkdwn.Of($"{theirs}").Text.Should().Be(written);
        Mrkdwn.Of($"{theirs}").IsVerbatim.Should().BeTrue();
    }

    [Fact]
    public void half_a_character_becomes_a_sign_that_it_was_one() =>
        new UntrustedText("x\uD83Dy\uDE00").Shown.Should().Be("x\uFFFDy\uFFFD");

    [Fact]
    public void an_id_cannot_end_its_own_mention()
    {
        var (user, channel) = (new UserId("U1> <!channel"), new ChannelId("C1|x"));

        Mrkdwn.Of($"{user} {channel}").Text.Should().Be("U1&gt; &lt;!channel C1|x");
        BlocksJson.Text(new RichText(Rich.Paragraph($"{user}"))).Should().NotContain("user_id");
    }

    [Fact]
    public void our_own_parts_of_a_text_survive_whatever_the_others_are()
    {
        var text = new Section(Mrkdwn.Of($"*{new string('<', 40_000)}* by {new UserId("U1")}, {At}")).Text!.Text;

        text.Length.Should().BeInRange(2_990, 3_000);
        text.Should().StartWith("*&lt;&lt;").And.EndWith("&lt;…* by <@U1>, <!date^1761234567^{date_short_pretty} at {time}|2025-10-23 15:49 UTC>");
        text.Replace("&lt;", "", StringComparison.Ordinal).Should().NotContain("&", "an entity is never cut in two");
    }

    [Fact]
    public void what_stands_beside_our_own_words_makes_room_for_them()
    {
        var fields = new Section([OurWords.Marked(1_900), Mrkdwn.Of($"{new string('y', 9_000)}")]).Fields!;
        var cells = new Table([.. Enumerable.Repeat(0, 40).Select(_ => (TableCell[])[OurWords.Plain(50), (UntrustedText)new string('y', 9_000)])]).Rows;

        fields.Select(field => field.Text.Length).Should().Equal(1_900, 1_100);
        cells.Should().HaveCount(40).And.OnlyContain(row => row[0].TextLength == 50 && row[1].TextLength < 40);
    }

    [Fact]
    public void the_longest_is_shortened_first() =>
        new Header(PlainText.Of($"{"short"}: {new string('x', 500)}")).Text.Text.Should().StartWith("short: xxx").And.EndWith("x…").And.HaveLength(150);

    [Theory]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 12, "👩‍👩‍👧‍👦…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 11, "👩‍👩‍👧…")]
    [InlineData("🇩🇪🇫🇷", 7, "🇩🇪…")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("abcd", 1, "…")]
    [InlineData("abcd", 0, "")]
    public void a_cut_falls_between_what_people_see_as_characters(string text, int max, string cut) => new UntrustedText(text).Fit(max).Shown.Should().Be(cut);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData(null)]
    [InlineData("\0\u202E")]
    public void nothing_written_shows_as_empty(string? nothing)
    {
        new Section(Mrkdwn.Of($"{nothing}")).Text!.Text.Should().Be("(empty)");
        new Header(PlainText.Fit(nothing)).Text.Text.Should().Be("(empty)");
        new Table([[(UntrustedText)nothing]]).Rows[0][0].Should().Be(new TableCell.Words(PlainText.Of("(empty)")));
        SlackRules.Broken(BlocksJson.Node(new RichText(Rich.Paragraph($"{nothing}"), Rich.Code(nothing)))).Should().BeEmpty();
    }

    [Fact]
    public void a_rich_text_keeps_who_and_where_and_shortens_what()
    {
        var text = new RichText(Rich.Paragraph($"{new UserId("U1")} wrote:"), Rich.Quote($"{new string('x', 40_000)}"), Rich.Paragraph($"in {new ChannelId("C1")}"));
        var json = BlocksJson.Text(text);

        json.Should().Contain("\"user_id\":\"U1\"").And.Contain("\"channel_id\":\"C1\"").And.Contain("x…");
        json.Length.Should().BeInRange(3_000, 3_600);
    }

    [Fact]
    public void a_long_list_ends_in_how_many_more_there_are()
    {
        var text = new RichText(Rich.Numbered(Enumerable.Range(0, 1_000).Select(i => RichLine.Of($"Step number {i}, of which there are many"))));

        var list = text.Elements[0].Should().BeOfType<RichPart.Listing>().Subject;
        BlocksJson.Text(text).Should().Contain($"\"… and \"").And.Contain($"\"{1_000 - list.Items.Count}\"");
        list.Items.Count.Should().BeInRange(40, 200);
    }

    [Fact]
    public void people_joined_in_a_row_end_in_how_many_more_there_are()
    {
        var people = Enumerable.Range(1, 12).Select(i => Mrkdwn.Of($"{new UserId($"U{i}")}")).ToList();

        Mrkdwn.Join(Mrkdwn.Of(", "), people, most: 2).Text.Should().Be("<@U1>, <@U2> … and 10 more");
        new Section(Mrkdwn.Join(Mrkdwn.Of(", "), [.. Enumerable.Repeat(people[0], 5_000)])).Text!.Text.Should().EndWith("<@U1>, …").And.HaveLength(2_997);
    }

    [Fact]
    public void no_text_whatever_breaks_a_message_or_a_view()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 60; round++)
        {
            var theirs = Enumerable.Range(0, 4).Select(_ => HostileText.Next(random)).ToArray();
            var blocks = Everything(theirs);

            foreach (var message in SlackMessage.Pages(Mrkdwn.Of($"{theirs[0]}"), blocks).Append(SlackMessage.Fit(Mrkdwn.Of($"{theirs[1]}"), blocks)))
            {
                SlackRules.Broken(JsonNode.Parse(message.BlocksJson())!).Should().BeEmpty($"in round {round}");
                message.Blocks.Sum(TextSize.Of).Should().BeLessThanOrEqualTo(5_000);
                Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message.BlocksJson())).Should().Be(message.BlocksJson(), "no half characters are left");
            }
            SlackRules.Broken(JsonNode.Parse(Form(theirs, [.. blocks.Where(block => block is not Table)]).Json())!, "modal", "").Should().BeEmpty($"in round {round}");
        }
    }

    [Fact]
    public void what_is_short_and_harmless_shows_exactly_as_it_was_written()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 10).Select(_ => " <>&*_~`abcé"[random.Next(12)])).Trim();
            if (text.Length == 0) continue;

            PlainText.Of($"{text}").Text.Should().Be(text);
            new RichText(Rich.Paragraph($"{text}")).Elements[0].Should().BeOfType<RichPart.Paragraph>().Which.Elements.Should().Equal(new RichElement.Run(text, IsOurs: false));
            System.Net.WebUtility.HtmlDecode(Mrkdwn.Of($"{text}").Text).Should().Be(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    private static List<Block> Everything(string[] theirs)
    {
        var (a, b, c, d) = (theirs[0], theirs[1], theirs[2], theirs[3]);
        var (user, channel, group) = (new UserId("U1"), new ChannelId("C1"), new UserGroupId("S1"));
        Option[] options = [new(PlainText.Fit(a), ActionKey.Of("1")) { Description = PlainText.Fit(b) }, new(PlainText.Of($"{c}"), ActionKey.Of("2"))];
        return
        [
            new Header(PlainText.Of($"{a}")),
            new Section(Mrkdwn.Of($"*{a}* {user} {channel} {group} {At:ago}\n{b} {new WebLink(new("https://jira.example/browse/A-1"), c)}")) { Accessory = new StaticSelect(Go, options) { Placeholder = PlainText.Fit(d) } },
            new Section([.. theirs.Select(text => Mrkdwn.Of($"*Field*\n{text}"))]),
            Section.Plain(PlainText.Of($"{d}{a}")),
            new Context([Mrkdwn.Of($"{a}"), PlainText.Fit(b), new ImageElement(new("https://pictures.example/a.png"), PlainText.Fit(c))]),
            new Actions([new Button(Go, PlainText.Fit(a)) { Confirm = new(PlainText.Fit(a), PlainText.Fit(b), PlainText.Fit(c), PlainText.Fit(d)) }, new Overflow(Go.Numbered(2), options)]),
            new Image(new("https://pictures.example/a.png"), PlainText.Fit(b)) { Title = PlainText.Fit(c) },
            new RichText(Rich.Paragraph($"{a:bold}{b}{user}{At}"), Rich.Quote($"{c}"), Rich.Code(d), Rich.Bullets(theirs.Select(text => RichLine.Of($"{text:code} {text}")))),
            Table.Fit([PlainText.Of("What"), PlainText.Of("Who")], [.. Enumerable.Repeat(0, 120).Select(i => (TableCell[])[(UntrustedText)theirs[i % 4], (UntrustedText)b])], out _),
        ];
    }

    private static Modal Form(string[] theirs, IReadOnlyList<Block> blocks) => new(Go, PlainText.Fit(theirs[0]), View.Fit([.. blocks, .. blocks,
        new Input(PlainText.Fit(theirs[1]), new PlainTextInput(Go) { InitialValue = theirs[2], Placeholder = PlainText.Fit(theirs[3]) }) { Hint = PlainText.Fit(theirs[0]) },
        new Input(PlainText.Fit(theirs[1]), new RadioButtons(Go, [new(PlainText.Fit(theirs[1]), ActionKey.Of("1"))])),
        new Section(Mrkdwn.Of("_end_")) { BlockId = string.Create(CultureInfo.InvariantCulture, $"end{blocks.Count}") }]), PlainText.Of("Save"));
}
