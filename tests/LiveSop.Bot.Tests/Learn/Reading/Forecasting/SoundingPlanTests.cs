using LiveSop.Bot.Learn.Reading.Forecasting;

namespace LiveSop.Bot.Tests.Learn.Reading.Forecasting;

public sealed class SoundingPlanTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(364);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void begins_with_a_page_and_not_with_a_sounding() =>
        SoundingPlan.Next(new EvenChannel(Year, Hour).Left, Chart.Empty, 100, EvenChannel.Page).Should().BeNull();

    [Fact]
    public void sounds_little_where_each_sounding_takes_time()
    {
        var channel = new EvenChannel(Year, Hour).Read(1).Sound();

        channel.Chart.Soundings.Count.Should().BeInRange(5, 25, "there are 583 pages");
    }

    [Fact]
    public void leaves_the_limit_to_pages_where_no_threads_wait()
    {
        var channel = new EvenChannel(Year, Hour, replies: 3).Read(1);

        SoundingPlan.Next(channel.Left, channel.Chart, 0, EvenChannel.Page).Should().BeNull();
        SoundingPlan.Next(channel.Left, channel.Chart, 10, EvenChannel.Page).Should().NotBeNull();
    }

    [Fact]
    public void goes_on_with_the_same_plan_after_being_broken_off()
    {
        var channel = new EvenChannel(Year, Hour, replies: 3).Read(2);
        for (var i = 0; i < 10; i++)
        {
            var next = SoundingPlan.Next(channel.Left, channel.Chart, 10, EvenChannel.Page)!;
            SoundingPlan.Next(channel.Left, ChartJson.Read(ChartJson.Write(channel.Chart)), 10, EvenChannel.Page).Should().Be(next);
            channel.Sound(next);
        }
    }

    [Fact]
    public void never_looks_twice_at_the_same_nor_at_what_has_been_read()
    {
        var channel = new EvenChannel(Year, Hour, replies: 3).Read(2).Sound(waiting: 1000);
        var soundings = channel.Chart.Soundings.OrderBy(sounding => sounding.From).ToList();

        soundings.Should().HaveCountGreaterThan(20);
        soundings[^1].To.Should().BeBefore(channel.Reached);
        soundings.Zip(soundings.Skip(1)).Should().OnlyContain(pair => pair.First.To <= pair.Second.From);
        soundings.Select(sounding => Chart.HourOfWeek(sounding.To)).Distinct().Should().HaveCountGreaterThan(15, "a channel has its hours");
    }
}
