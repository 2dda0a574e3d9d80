using LiveSop.Bot.Learn.Reading.Forecasting;

namespace LiveSop.Bot.Tests.Learn.Reading.Forecasting;

public sealed class ForecastTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(364);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void is_exact_where_messages_come_evenly()
    {
        var channel = new EvenChannel(Year, Hour, replies: 3).Read(2).Sound();

        var left = Forecast.Of(channel.Left, channel.Chart, 0, EvenChannel.Page)!.Value;

        left.Messages.Should().BeApproximately(channel.MessagesLeft, 0.05 * channel.MessagesLeft);
        left.ReplyCalls.Should().BeApproximately(left.Messages, 0.001 * left.Messages, "each thread needs one call");
        left.HistoryCalls.Should().BeApproximately(left.Messages / EvenChannel.Page, 1);
    }

    [Fact]
    public void finds_where_a_young_channel_begins()
    {
        var channel = new EvenChannel(TimeSpan.FromDays(70), Hour).Read(2).Sound(waiting: 2000);

        Forecast.Of(channel.Left, channel.Chart, 0, EvenChannel.Page)!.Value.Messages.Should().BeApproximately(channel.MessagesLeft, 0.1 * channel.MessagesLeft);
    }

    [Fact]
    public void says_nothing_before_anything_was_read() =>
        Forecast.Of(new EvenChannel(Year, Hour).Left, Chart.Empty, 0, EvenChannel.Page).Should().BeNull();

    [Fact]
    public void says_nothing_of_much_that_was_never_sounded()
    {
        var channel = new EvenChannel(Year, Hour).Read(2);

        Forecast.Of(channel.Left, channel.Chart, 0, EvenChannel.Page).Should().BeNull();
    }

    [Fact]
    public void is_only_what_waits_once_all_pages_are_read()
    {
        var channel = new EvenChannel(TimeSpan.FromDays(2), Hour).Read(4);

        Forecast.Of(channel.Left, channel.Chart, 7, EvenChannel.Page).Should().Be(new Remaining(0, 0, 7));
    }

    [Theory]
    [InlineData(1, 364)]
    [InlineData(3, 30)]
    [InlineData(50, 200)]
    [InlineData(400, 364)]
    public void never_says_less_than_nothing_and_hardly_grows_while_pages_are_read(int hours, int days)
    {
        var channel = new EvenChannel(TimeSpan.FromDays(days), TimeSpan.FromHours(hours)).Read(1).Sound();
        for (var last = double.MaxValue; channel.Left.Reached > channel.Left.BackTo; channel.Read(1))
        {
            if (Forecast.Of(channel.Left, channel.Chart, 0, EvenChannel.Page) is not { } left) continue;
            left.Messages.Should().BeInRange(0, last + 2 * EvenChannel.Page);
            left.HistoryCalls.Should().BePositive();
            left.ReplyCalls.Should().Be(0);
            last = left.Messages;
        }
    }

    [Fact]
    public void takes_a_sounding_at_its_word_where_it_shows_all()
    {
        var channel = new EvenChannel(TimeSpan.FromDays(20), Hour).Read(1);
        channel.Sound(new Sounding(EvenChannel.BackTo, EvenChannel.Now.AddDays(-20)));

        var left = new Span(EvenChannel.BackTo, EvenChannel.Now.AddDays(-20));

        Forecast.Of(left, channel.Chart, 0, EvenChannel.Page)!.Value.Messages.Should().Be(0);
    }
}
