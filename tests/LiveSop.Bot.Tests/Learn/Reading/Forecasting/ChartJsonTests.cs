using LiveSop.Bot.Learn.Reading.Forecasting;

namespace LiveSop.Bot.Tests.Learn.Reading.Forecasting;

public sealed class ChartJsonTests
{
    private const string Format1 = """
        {"version":1,"read":[[1763470800000001,1763475600000000,15,7]],"soundings":[[1747000000000000,1747100000000000,15,4],[1740000000000000,1746000000000000,0,0]],"hours":[HOURS]}
        """;

    [Fact]
    public void reads_format_1_and_writes_it_again()
    {
        var json = Format1.Replace("HOURS", string.Join(',', Enumerable.Range(0, Chart.HoursOfWeek)), StringComparison.Ordinal);

        var chart = ChartJson.Read(json);

        chart.Read.Should().Equal(new Stretch(DateTimeOffset.UnixEpoch.AddTicks(17634708000000010), DateTimeOffset.FromUnixTimeSeconds(1763475600), 15, 7));
        chart.Soundings.Select(sounding => sounding.Messages).Should().Equal(15, 0);
        chart.Hours[100].Should().Be(100);
        ChartJson.Write(chart).Should().Be(json);
    }

    [Fact]
    public void begins_anew_where_a_later_version_wrote_it() => ChartJson.Read("""{"version":2,"tides":[]}""").Should().BeSameAs(Chart.Empty);

    [Fact]
    public void a_year_takes_little_room()
    {
        var channel = new EvenChannel(TimeSpan.FromDays(364), TimeSpan.FromMinutes(90), replies: 1).Read(1).Sound(waiting: 1000).Read(400);

        channel.Left.Reached.Should().Be(channel.Left.BackTo);
        ChartJson.Write(channel.Chart).Length.Should().BeLessThan(25_000);
    }
}
