using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

public sealed class BackOffTests
{
    private static readonly int[] Most = [0, 1, 2, 4, 8, 16, 32, 60, 60];

    [Fact]
    public void waits_longer_each_time_and_spreads_over_the_whole_of_it()
    {
        for (var n = 0; n < Most.Length; n++)
        {
            var waits = Enumerable.Range(0, 200).Select(_ => Nth(n).TotalSeconds).ToList();

            waits.Should().OnlyContain(wait => wait >= 0 && wait <= Most[n]);
            waits.Max().Should().BeGreaterThanOrEqualTo(Most[n] * 0.75);
            waits.Min().Should().BeLessThanOrEqualTo(Most[n] * 0.25);
        }
    }

    [Fact]
    public void starts_anew_after_a_success()
    {
        var backOff = new BackOff();
        for (var n = 0; n < 5; n++) backOff.Next();

        backOff.Reset();

        backOff.Next().Should().Be(TimeSpan.Zero);
    }

    private static TimeSpan Nth(int n)
    {
        var backOff = new BackOff();
        for (; n > 0; n--) backOff.Next();
        return backOff.Next();
    }
}
