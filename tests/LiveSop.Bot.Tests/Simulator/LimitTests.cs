using System.Net;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class LimitTests
{
    [Fact]
    public async Task a_tier_allows_so_many_calls_a_minute_and_says_how_long_to_wait()
    {
        await using var rig = await Rig.StartAsync();
        for (var i = 0; i < 20; i++) (await rig.CallAsync("users.list")).IsOk().Should().BeTrue();

        using var refused = await rig.SendAsync("users.list", rig.App.BotToken, null);
        var other = await rig.CallAsync("users.info", ("user", rig.Ada.Id));
        rig.Clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        var later = await rig.CallAsync("users.list");

        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.Delta.Should().Be(TimeSpan.FromSeconds(3));
        (await Rig.ReadAsync(refused)).Get("error").Should().Be("ratelimited");
        other.IsOk().Should().BeTrue("only that method is blocked");
        later.IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task posts_go_at_one_a_second_in_each_channel_after_a_short_burst()
    {
        await using var rig = await Rig.StartAsync(null, "support", "general");
        for (var i = 0; i < 4; i++) await rig.SayAsync($"message {i}");

        var fifth = await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "message 5"));
        var elsewhere = await rig.CallAsync("chat.postMessage", ("channel", rig.Team.Conversation("general").Id), ("text", "hello"));
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "message 5"));

        fifth.Get("error").Should().Be("ratelimited");
        elsewhere.IsOk().Should().BeTrue();
        later.IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task workspaces_do_not_use_up_each_others_calls()
    {
        await using var rig = await Rig.StartAsync();
        var other = rig.Slack.AddWorkspace(LiveSop.Workspace.Slack.Blueprint.Small("Other")).Install(rig.App.App);
        for (var i = 0; i < 21; i++) await rig.CallAsync("users.list");

        (await rig.CallAsync("users.list")).IsOk().Should().BeFalse();
        (await rig.CallAsync("users.list", other.BotToken, [])).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task the_reduced_tier_gives_fifteen_messages_a_minute()
    {
        await using var rig = await Rig.StartAsync();
        for (var i = 0; i < 30; i++) await rig.Ada.PostAsync("support", $"message {i}");
        rig.Slack.Limits.ReducedHistory = true;

        var page = await rig.CallAsync("conversations.history", ("channel", rig.Support), ("limit", "200"));
        using var second = await rig.SendAsync("conversations.history", rig.App.BotToken, new FormUrlEncodedContent([KeyValuePair.Create("channel", rig.Support)]));

        page.GetProperty("messages").GetArrayLength().Should().Be(15);
        page.Get("has_more").Should().Be("True");
        second.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task limits_can_be_switched_off()
    {
        await using var rig = await Rig.StartAsync();
        rig.Slack.Limits.Enabled = false;

        for (var i = 0; i < 100; i++) (await rig.CallAsync("users.list")).IsOk().Should().BeTrue();
    }
}
