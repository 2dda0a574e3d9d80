using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Tests.Slack.Web;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly RecordingClock clock = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 4)]
    [InlineData(50, 10)]
    [InlineData(100, 20)]
    [InlineData(60, 1)]
    public void no_minute_has_more_calls_than_are_allowed(int perMinute, int burst)
    {
        var bucket = new TokenBucket(new Allowance(perMinute, burst));
        var now = Start;
        var turns = new List<DateTimeOffset>();
        for (var n = 0; n < 5 * perMinute; n++)
        {
            var turn = bucket.Take(now);
            if (turn > now) now = turn;
            turns.Add(now);
        }

        turns.Take(burst).Should().OnlyContain(turn => turn == Start, "that many may go at once");
        turns.Max(from => turns.Count(turn => turn >= from && turn < from.AddMinutes(1))).Should().Be(perMinute);
    }

    [Fact]
    public void a_bucket_fills_again_and_no_fuller_than_it_was()
    {
        var bucket = new TokenBucket(new Allowance(60, 3));
        for (var n = 0; n < 3; n++) bucket.Take(Start).Should().BeOnOrBefore(Start);
        bucket.Take(Start).Should().BeAfter(Start);

        var later = Start.AddHours(1);
        for (var n = 0; n < 3; n++) bucket.Take(later).Should().BeOnOrBefore(later);
        bucket.Take(later).Should().BeAfter(later);
    }

    [Fact]
    public async Task posts_into_a_channel_go_one_a_second_and_other_channels_do_not_wait()
    {
        var pace = new SlackPace(clock);

        await pace.WaitAsync(SlackMethod.ChatPostMessage, "C1", default);
        var second = pace.WaitAsync(SlackMethod.ChatPostMessage, "C1", default);
        await pace.WaitAsync(SlackMethod.ChatPostMessage, "C2", default);
        second.IsCompleted.Should().BeFalse();
        clock.Waits.Should().Equal(TimeSpan.FromSeconds(1));

        clock.Advance(TimeSpan.FromSeconds(1));
        await second;
    }

    [Fact]
    public async Task what_slack_holds_back_holds_back_that_method_alone_and_that_workspace_alone()
    {
        var (pace, other) = (new SlackPace(clock), new SlackPace(clock));
        pace.Hold(SlackMethod.ChatPostMessage, TimeSpan.FromSeconds(20));

        var held = pace.WaitAsync(SlackMethod.ChatPostMessage, "C1", default);
        await pace.WaitAsync(SlackMethod.ChatUpdate, "C1", default);
        await other.WaitAsync(SlackMethod.ChatPostMessage, "C1", default);

        held.IsCompleted.Should().BeFalse();
        clock.Waits.Should().Equal(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(20));
        await held;
    }

    [Fact]
    public async Task after_a_hold_calls_come_one_by_one()
    {
        var pace = new SlackPace(clock);
        pace.Hold(SlackMethod.UsersInfo, TimeSpan.FromSeconds(20));

        var held = Enumerable.Range(0, 3).Select(_ => pace.WaitAsync(SlackMethod.UsersInfo, null, default)).ToList();

        clock.Waits.Should().Equal(Enumerable.Range(0, 3).Select(n => TimeSpan.FromSeconds(20) + n * Allowance.Tier4.Interval));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(held);
    }

    [Fact]
    public async Task a_429_holds_back_the_calls_that_have_not_been_made()
    {
        var http = new ScriptedHttp(ScriptedHttp.Limited(20), ScriptedHttp.Ok);
        var api = http.Api();
        var first = api.Chat.DeleteAsync(new ChannelId("C1"), new MessageTs("1.1"));
        await http.Clock.UntilAsync(() => http.Waits.Any());

        var second = api.Chat.DeleteAsync(new ChannelId("C1"), new MessageTs("1.2"));

        http.Requests.Should().ContainSingle();
        http.Waits.Last().Should().BeCloseTo(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));
        await http.Clock.UntilAsync(() => first.IsCompleted && second.IsCompleted, 1);
        http.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task without_limits_nothing_waits()
    {
        var http = new ScriptedHttp(ScriptedHttp.Ok);
        http.Options.Limits = false;
        var api = http.Api();

        for (var n = 0; n < 100; n++) await api.Chat.PostMessageAsync(new ChannelId("C1"), new OutgoingMessage("x"));

        http.Waits.Should().BeEmpty();
    }

    [Fact]
    public async Task fifteen_messages_where_more_were_asked_for_show_the_reduced_tier()
    {
        var messages = string.Join(',', Enumerable.Range(1, 15).Select(n => $$"""{"ts":"{{n}}.0"}"""));
        var http = new ScriptedHttp(ScriptedHttp.Json($$"""{"ok":true,"messages":[{{messages}}],"has_more":true,"response_metadata":{"next_cursor":"p2"} }"""),
            ScriptedHttp.Json("""{"ok":true,"messages":[]}"""));
        var api = http.Api();

        var reading = api.Conversations.HistoryAsync(new ChannelId("C1"), new HistoryRange()).ToListAsync().AsTask();
        await http.Clock.UntilAsync(() => http.Waits.Any());

        api.Conversations.IsReduced.Should().BeTrue();
        http.Waits.Should().Equal(TimeSpan.FromMinutes(1));
        await http.Clock.RunAsync(reading, 10);
    }

    [Theory]
    [InlineData(15, 15, true)]
    [InlineData(200, 15, false)]
    [InlineData(200, 14, true)]
    public async Task a_short_page_alone_shows_nothing(int asked, int given, bool more)
    {
        var messages = string.Join(',', Enumerable.Range(1, given).Select(n => $$"""{"ts":"{{n}}.0"}"""));
        var api = new ScriptedHttp(ScriptedHttp.Json($$"""{"ok":true,"messages":[{{messages}}],"has_more":{{(more ? "true" : "false")}} }""")).Api();

        await api.Conversations.HistoryAsync(new ChannelId("C1"), new HistoryRange { Limit = asked }).ToListAsync();

        api.Conversations.IsReduced.Should().BeFalse();
    }
}
