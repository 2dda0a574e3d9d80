using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Tests.Learn.Reading.Forecasting;

public sealed class PaceTests
{
    [Fact]
    public void goes_by_the_slower_of_pages_and_replies()
    {
        var pace = new Pace();

        pace.Left(new(1500, 100, 40), Allowance.Tier1).Should().Be(TimeSpan.FromMinutes(100));
        pace.Left(new(1500, 100, 400), Allowance.Tier1).Should().Be(TimeSpan.FromMinutes(400));
        pace.Left(new(0, 0, 0), Allowance.Tier1).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void goes_by_what_was_measured_where_others_use_the_allowance_too()
    {
        var pace = new Pace();
        pace.Measured(SlackMethod.ConversationsReplies, 10, TimeSpan.FromMinutes(30));

        pace.Left(new(0, 0, 100), Allowance.Tier1).Should().BeCloseTo(TimeSpan.FromMinutes(300), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void is_never_faster_than_the_allowance_however_fast_the_burst_was()
    {
        var pace = new Pace();
        pace.Measured(SlackMethod.ConversationsHistory, 10, TimeSpan.FromSeconds(1));

        pace.Left(new(1500, 100, 0), Allowance.Tier3).Should().Be(100 * Allowance.Tier3.Interval);
    }

    [Fact]
    public void forgets_what_was_measured_long_ago()
    {
        var pace = new Pace();
        pace.Measured(SlackMethod.ConversationsReplies, 10, TimeSpan.FromMinutes(100));
        for (var i = 0; i < 60; i++) pace.Measured(SlackMethod.ConversationsReplies, 10, TimeSpan.FromMinutes(10));

        pace.Left(new(0, 0, 100), Allowance.Tier1).Should().BeCloseTo(TimeSpan.FromMinutes(100), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(59, "less than a minute")]
    [InlineData(60, "about 1 min")]
    [InlineData(7 * 60 + 20, "about 7 min")]
    [InlineData(33 * 60, "about 35 min")]
    [InlineData(59 * 60, "about 1 h")]
    [InlineData(3 * 3600 + 17 * 60, "about 3 h 20 min")]
    [InlineData(9 * 3600 + 40 * 60, "about 10 h")]
    [InlineData(14 * 3600, "about 14 h")]
    [InlineData(48 * 3600, "about 2 days")]
    [InlineData(61 * 3600, "about 2½ days")]
    [InlineData(20 * 86400, "about 20 days")]
    public void says_it_no_finer_than_it_knows(int seconds, string words) => TimeLeft.Plainly(TimeSpan.FromSeconds(seconds)).Should().Be(words);
}
