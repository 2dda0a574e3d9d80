using System.Text.Json;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class HistoryTests
{
    [Fact]
    public async Task gives_the_channel_newest_first_without_replies()
    {
        await using var rig = await Rig.StartAsync();
        var root = await rig.Ada.PostAsync("support", "first");
        await rig.Bo.PostAsync("support", "a reply", thread: root);
        await rig.Bo.PostAsync("support", "a loud reply", thread: root, broadcast: true);
        await rig.Ada.PostAsync("support", "last");

        var page = await rig.CallAsync("conversations.history", ("channel", rig.Support));

        page.All("messages", "text").Should().Equal("last", "a loud reply", "first");
        page.Get("messages.2.reply_count").Should().Be("2");
        page.Get("messages.2.thread_ts").Should().Be(root);
        page.Get("messages.2.latest_reply").Should().Be(page.Get("messages.1.ts"));
        page.Get("has_more").Should().Be("False");
        page.Get("response_metadata.next_cursor").Should().BeEmpty();
    }

    [Fact]
    public async Task gives_a_thread_oldest_first_led_by_its_parent()
    {
        await using var rig = await Rig.StartAsync();
        var root = await rig.Ada.PostAsync("support", "first");
        for (var i = 0; i < 3; i++) await rig.Bo.PostAsync("support", $"reply {i}", thread: root);

        var first = await rig.CallAsync("conversations.replies", ("channel", rig.Support), ("ts", root), ("limit", "2"));
        var second = await rig.CallAsync("conversations.replies", ("channel", rig.Support), ("ts", root), ("limit", "2"), ("cursor", first.Get("response_metadata.next_cursor")!));

        first.All("messages", "text").Should().Equal("first", "reply 0", "reply 1");
        second.All("messages", "text").Should().Equal("reply 2");
        second.Get("has_more").Should().Be("False");
        (await rig.CallAsync("conversations.replies", ("channel", rig.Support), ("ts", "1.000000"))).Get("error").Should().Be("thread_not_found");
    }

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 7)]
    [InlineData(true, 100)]
    public async Task pages_give_every_message_once(bool shortPages, int limit)
    {
        await using var rig = await Rig.StartAsync();
        rig.Slack.Limits.Enabled = false;
        for (var i = 0; i < 50; i++) await rig.Ada.PostAsync("support", $"message {i}");
        rig.Slack.Limits.ShortPages = shortPages;

        var pages = new List<JsonElement>();
        for (var cursor = ""; pages.Count == 0 || cursor.Length > 0; cursor = pages[^1].Get("response_metadata.next_cursor")!)
            pages.Add(await rig.CallAsync("conversations.history", ("channel", rig.Support), ("limit", $"{limit}"), ("cursor", cursor)));

        pages.SelectMany(p => p.All("messages", "text")).Should().Equal(Enumerable.Range(0, 50).Select(i => $"message {49 - i}"));
        pages.Any(p => p.GetProperty("messages").GetArrayLength() == 0 && p.Get("has_more") == "True").Should().Be(shortPages && limit == 7);
    }

    [Theory]
    [InlineData(false, "1,2")]
    [InlineData(true, "0,1,2,3")]
    public async Task a_window_has_open_or_closed_ends(bool inclusive, string expected)
    {
        await using var rig = await Rig.StartAsync();
        var ts = new List<string>();
        for (var i = 0; i < 4; i++) ts.Add(await rig.Ada.PostAsync("support", $"{i}"));

        var page = await rig.CallAsync("conversations.history", ("channel", rig.Support), ("oldest", ts[0]), ("latest", ts[3]), ("inclusive", inclusive ? "true" : "false"));

        page.All("messages", "text").Reverse().Should().Equal(expected.Split(','));
    }

    [Fact]
    public async Task says_not_in_channel_of_public_ones_and_not_found_of_private_ones()
    {
        await using var rig = await Rig.StartAsync();

        (await rig.CallAsync("conversations.history", ("channel", rig.Team.Conversation("general").Id))).Get("error").Should().Be("not_in_channel");
        (await rig.CallAsync("conversations.history", ("channel", rig.Team.Conversation("secret").Id))).Get("error").Should().Be("channel_not_found");
        (await rig.CallAsync("conversations.history", ("channel", rig.Support), ("cursor", "made up"))).Get("error").Should().Be("invalid_cursor");
        (await rig.CallAsync("conversations.history", ("channel", rig.Support), ("oldest", "yesterday"))).Get("error").Should().StartWith("invalid_ts");
        (await rig.CallAsync("conversations.history")).Get("error").Should().Be("invalid_arguments");
    }

    [Fact]
    public async Task gives_metadata_only_where_it_is_asked_for()
    {
        await using var rig = await Rig.StartAsync();
        await rig.SayAsync("hello", ("metadata", """{"event_type":"livesop_msg","event_payload":{"id":"42"}}"""));

        var without = await rig.CallAsync("conversations.history", ("channel", rig.Support));
        var with = await rig.CallAsync("conversations.history", ("channel", rig.Support), ("include_all_metadata", "true"));

        without.At("messages.0.metadata").Should().BeNull();
        with.Get("messages.0.metadata.event_payload.id").Should().Be("42");
    }

    [Fact]
    public async Task timestamps_are_unique_and_rise()
    {
        await using var rig = await Rig.StartAsync();
        var ts = new List<string>();
        for (var i = 0; i < 100; i++) ts.Add(await rig.Ada.PostAsync("support", "the clock stands still"));

        ts.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
    }
}
