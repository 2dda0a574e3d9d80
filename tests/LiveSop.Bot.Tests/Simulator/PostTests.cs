namespace LiveSop.Bot.Tests.Simulator;

public sealed class PostTests
{
    [Theory]
    [InlineData("general", "not_in_channel")]
    [InlineData("secret", "channel_not_found")]
    [InlineData("old", "is_archived")]
    public async Task posts_only_where_the_bot_may(string channel, string error)
    {
        await using var rig = await Rig.StartAsync();

        (await rig.CallAsync("chat.postMessage", ("channel", rig.Team.Conversation(channel).Id), ("text", "x"))).Get("error").Should().Be(error);
    }

    [Fact]
    public async Task posts_to_channels_by_name_and_to_people_by_id()
    {
        await using var rig = await Rig.StartAsync();

        var named = await rig.CallAsync("chat.postMessage", ("channel", "#support"), ("text", "x"));
        var direct = await rig.CallAsync("chat.postMessage", ("channel", rig.Ada.Id), ("text", "for you"));

        named.Get("channel").Should().Be(rig.Support);
        direct.Get("channel").Should().StartWith("D");
        rig.Team.Visible(rig.Ada, "support").Direct.Should().ContainSingle().Which.Text.Should().Be("for you");
        rig.Team.Visible(rig.Bo, "support").Direct.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "", "no_text")]
    [InlineData("blocks", "{}", "invalid_blocks_format")]
    [InlineData("blocks", "[", "invalid_blocks_format")]
    [InlineData("metadata", "[]", "invalid_metadata_format")]
    [InlineData("metadata", "{\"event_type\":\"x\"}", "invalid_metadata_schema")]
    [InlineData("markdown_text", "also", "markdown_text_conflict")]
    [InlineData("thread_ts", "1.000000", "thread_not_found")]
    [InlineData("username", "Somebody Else", "missing_scope")]
    public async Task refuses_by_name(string argument, string value, string error)
    {
        await using var rig = await Rig.StartAsync();

        var refused = await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", error == "no_text" ? "" : "x"), (argument, value));

        refused.Get("error").Should().Be(error);
        rig.Slack.Faults.Should().ContainSingle();
    }

    [Fact]
    public async Task refuses_what_is_too_long_and_cuts_what_is_longer_than_a_message()
    {
        await using var rig = await Rig.StartAsync();
        var metadata = $$$"""{"event_type":"x","event_payload":{"a":"{{{new string('a', 8000)}}}"}}""";
        var section = $$$"""{"type":"section","text":{"type":"plain_text","text":"{{{new string('a', 3000)}}}"}}""";

        var cut = await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", new string('a', 40_001)));

        cut.Get("message.text")!.Length.Should().Be(40_000);
        cut.Get("response_metadata.warnings.0").Should().Be("message_truncated");
        (await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "x"), ("metadata", metadata))).Get("error").Should().Be("metadata_too_large");
        (await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("blocks", $"[{section},{section},{section},{section},{section}]"))).Get("error").Should().Be("msg_blocks_too_long");
        (await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("markdown_text", new string('a', 12_001)))).Get("error").Should().Be("msg_too_long");
    }

    [Fact]
    public async Task a_reply_needs_the_parent_and_not_another_reply()
    {
        await using var rig = await Rig.StartAsync();
        var root = await rig.Ada.PostAsync("support", "first");
        var reply = await rig.Bo.PostAsync("support", "second", thread: root);

        (await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "x"), ("thread_ts", root))).Get("message.thread_ts").Should().Be(root);
        (await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "x"), ("thread_ts", reply))).Get("error").Should().Be("cannot_reply_to_message");
    }

    [Fact]
    public async Task an_update_keeps_blocks_that_are_not_given_and_metadata_too()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.SayAsync("one", ("blocks", """[{"type":"divider"}]"""), ("metadata", """{"event_type":"x","event_payload":{"id":"1"}}"""));

        var kept = await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", ts), ("text", "two"));
        var removed = await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", ts), ("text", "three"), ("blocks", "[]"));

        kept.Get("text").Should().Be("two");
        kept.Get("message.blocks.0.type").Should().Be("divider");
        kept.Get("message.metadata.event_payload.id").Should().Be("1");
        removed.At("message.blocks").Should().BeNull();
    }

    [Fact]
    public async Task an_update_makes_links_of_names_unless_told_not_to()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.SayAsync("one @here");

        var parsed = await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", ts), ("text", "two @here"));
        var plain = await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", ts), ("text", "two @here"), ("parse", "none"));

        rig.Team.Visible(rig.Ada, "support").Messages[^1].Text.Should().Be("two @here");
        parsed.Get("text").Should().Be("two <!here>");
        plain.Get("text").Should().Be("two @here");
    }

    [Fact]
    public async Task changes_and_deletes_only_its_own()
    {
        await using var rig = await Rig.StartAsync();
        var theirs = await rig.Ada.PostAsync("support", "mine");
        var own = await rig.SayAsync("one");

        (await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", theirs), ("text", "x"))).Get("error").Should().Be("cant_update_message");
        (await rig.CallAsync("chat.delete", ("channel", rig.Support), ("ts", theirs))).Get("error").Should().Be("cant_delete_message");
        (await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", "1.000000"), ("text", "x"))).Get("error").Should().Be("message_not_found");
        (await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", own), ("text", new string('a', 4001)))).Get("error").Should().Be("msg_too_long");
        (await rig.CallAsync("chat.delete", ("channel", rig.Support), ("ts", own))).IsOk().Should().BeTrue();
        rig.Team.Visible(rig.Ada, "support").Messages.Should().NotContain(m => m.Ts == own);
    }

    [Fact]
    public async Task an_ephemeral_is_for_one_member_and_in_no_history()
    {
        await using var rig = await Rig.StartAsync();

        var shown = await rig.CallAsync("chat.postEphemeral", ("channel", rig.Support), ("user", rig.Ada.Id), ("text", "psst"));

        shown.Get("message_ts").Should().NotBeNull();
        rig.Team.Visible(rig.Ada, "support").Messages.Should().ContainSingle(m => m.IsEphemeral && m.Text == "psst");
        rig.Team.Visible(rig.Bo, "support").Messages.Should().BeEmpty();
        (await rig.CallAsync("conversations.history", ("channel", rig.Support))).GetProperty("messages").GetArrayLength().Should().Be(0);
        (await rig.CallAsync("chat.update", ("channel", rig.Support), ("ts", shown.Get("message_ts")!), ("text", "x"))).Get("error").Should().Be("message_not_found");
        (await rig.CallAsync("chat.postEphemeral", ("channel", rig.Support), ("user", "U0NOBODY"), ("text", "psst"))).Get("error").Should().Be("user_not_in_channel");
    }

    [Fact]
    public async Task a_permalink_names_the_thread()
    {
        await using var rig = await Rig.StartAsync();
        var root = await rig.Ada.PostAsync("support", "first");
        var reply = await rig.Bo.PostAsync("support", "second", thread: root);

        var link = await rig.CallAsync("chat.getPermalink", ("channel", rig.Support), ("message_ts", reply));

        link.Get("permalink").Should().Be($"https://small.slack.com/archives/{rig.Support}/p{reply.Replace(".", "", StringComparison.Ordinal)}?thread_ts={root}&cid={rig.Support}");
    }

    [Fact]
    public async Task reactions_are_there_once()
    {
        await using var rig = await Rig.StartAsync();
        var ts = await rig.Ada.PostAsync("support", "first");
        (string, string)[] args = [("channel", rig.Support), ("timestamp", ts), ("name", "eyes")];

        (await rig.CallAsync("reactions.add", args)).IsOk().Should().BeTrue();
        (await rig.CallAsync("reactions.add", args)).Get("error").Should().Be("already_reacted");
        rig.Team.Visible(rig.Ada, "support").Messages[^1].Json.Get("reactions.0.users.0").Should().Be(rig.App.Bot.Id);
        (await rig.CallAsync("reactions.remove", args)).IsOk().Should().BeTrue();
        (await rig.CallAsync("reactions.remove", args)).Get("error").Should().Be("no_reaction");
        (await rig.CallAsync("reactions.add", ("channel", rig.Support), ("timestamp", ts), ("name", ":eyes:"))).Get("error").Should().Be("invalid_name");
    }

    [Fact]
    public async Task a_scheduled_post_comes_at_its_time_unless_it_is_taken_back()
    {
        await using var rig = await Rig.StartAsync();
        var at = rig.Clock.GetUtcNow().AddHours(5).ToUnixTimeSeconds();
        var first = await rig.CallAsync("chat.scheduleMessage", ("channel", rig.Support), ("text", "later"), ("post_at", $"{at}"));
        var second = await rig.CallAsync("chat.scheduleMessage", ("channel", rig.Support), ("text", "never"), ("post_at", $"{at}"));
        await rig.CallAsync("chat.deleteScheduledMessage", ("channel", rig.Support), ("scheduled_message_id", second.Get("scheduled_message_id")!));

        (await rig.CallAsync("chat.scheduledMessages.list")).All("scheduled_messages", "id").Should().Equal(first.Get("scheduled_message_id"));
        rig.Clock.Advance(TimeSpan.FromHours(5));

        await rig.Slack.UntilAsync(() => rig.Team.Visible(rig.Ada, "support").Messages.Any(m => m.Text == "later"));
        rig.Team.Visible(rig.Ada, "support").Messages.Should().NotContain(m => m.Text == "never");
        (await rig.CallAsync("chat.scheduleMessage", ("channel", rig.Support), ("text", "x"), ("post_at", "1"))).Get("error").Should().Be("time_in_past");
        (await rig.CallAsync("chat.scheduleMessage", ("channel", rig.Support), ("text", "x"), ("post_at", "9999999999"))).Get("error").Should().Be("time_too_far");
    }
}
