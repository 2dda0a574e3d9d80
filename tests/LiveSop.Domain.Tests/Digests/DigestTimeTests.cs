using System.Globalization;
using LiveSop.Domain.Digests;

namespace LiveSop.Domain.Tests.Digests;

public sealed class DigestTimeTests
{
    private static readonly DigestTime berlin = DigestTime.Of(null, "Europe/Berlin"), newYork = DigestTime.Of(null, "America/New_York");

    [Theory]
    [InlineData("2026-07-01T06:59:59Z", false)]
    [InlineData("2026-07-01T07:00:00Z", true)]
    [InlineData("2026-07-01T12:59:59Z", true)]
    [InlineData("2026-07-01T13:00:00Z", false)]
    public void it_is_due_from_nine_and_made_up_for_six_hours(string now, bool due) => (berlin.DueDay(Utc(now), null) is not null).Should().Be(due);

    [Fact]
    public void two_zones_have_their_own_nine_o_clock()
    {
        var now = Utc("2026-07-01T13:00:00Z");

        newYork.DueDay(now, null).Should().Be(new DateOnly(2026, 7, 1));
        berlin.DueDay(now, null).Should().BeNull("it is three there, six hours late");
    }

    [Fact]
    public void once_a_day_is_enough()
    {
        berlin.DueDay(Utc("2026-07-01T08:00:00Z"), new(2026, 7, 1)).Should().BeNull();
        berlin.DueDay(Utc("2026-07-01T08:00:00Z"), new(2026, 6, 30)).Should().Be(new DateOnly(2026, 7, 1));
        newYork.DueDay(Utc("2026-07-01T14:00:00Z"), new(2026, 7, 2)).Should().BeNull("who flew west has had that day's");
    }

    [Theory]
    [InlineData("2026-07-03T08:00:00Z", true)]
    [InlineData("2026-07-04T08:00:00Z", false)]
    [InlineData("2026-07-05T08:00:00Z", false)]
    [InlineData("2026-07-06T08:00:00Z", true)]
    public void weekends_are_left_in_peace(string now, bool due) => (berlin.DueDay(Utc(now), null) is not null).Should().Be(due);

    [Fact]
    public void the_weekday_is_that_of_the_person()
    {
        var auckland = DigestTime.Of(null, "Pacific/Auckland");

        auckland.DueDay(Utc("2026-07-05T21:00:00Z"), null).Should().Be(new DateOnly(2026, 7, 6), "in Auckland it is Monday already");
    }

    [Fact]
    public void it_stays_at_nine_by_their_clock_when_the_clock_changes_either_way()
    {
        berlin.On(new(2026, 3, 27)).UtcDateTime.Hour.Should().Be(8);
        berlin.On(new(2026, 3, 30)).UtcDateTime.Hour.Should().Be(7);
        berlin.On(new(2026, 10, 23)).UtcDateTime.Hour.Should().Be(7);
        berlin.On(new(2026, 10, 26)).UtcDateTime.Hour.Should().Be(8);
    }

    [Fact]
    public void an_hour_that_is_left_out_counts_when_it_is_over()
    {
        // On Friday, the 24th of April 2026, Cairo goes from midnight to one.
        var cairo = DigestTime.Of(new TimeOnly(0, 30), "Africa/Cairo");

        cairo.On(new(2026, 4, 24)).Should().Be(Utc("2026-04-23T22:00:00Z"));
        cairo.DueDay(Utc("2026-04-23T21:59:00Z"), new(2026, 4, 23)).Should().BeNull();
        cairo.DueDay(Utc("2026-04-23T22:00:00Z"), new(2026, 4, 23)).Should().Be(new DateOnly(2026, 4, 24));
    }

    [Fact]
    public void of_an_hour_that_comes_twice_the_first_counts_and_the_second_brings_nothing()
    {
        // On Thursday, the 29th of October 2026, Cairo goes from midnight back to eleven in the evening.
        var cairo = DigestTime.Of(new TimeOnly(23, 30), "Africa/Cairo");

        cairo.On(new(2026, 10, 29)).Should().Be(Utc("2026-10-29T20:30:00Z"));
        cairo.DueDay(Utc("2026-10-29T20:30:00Z"), null).Should().Be(new DateOnly(2026, 10, 29));
        cairo.DueDay(Utc("2026-10-29T21:30:00Z"), new(2026, 10, 29)).Should().BeNull();
    }

    [Fact]
    public void a_late_hour_is_not_made_up_for_on_the_next_day() =>
        DigestTime.Of(new TimeOnly(22, 0), "Europe/Berlin").DueDay(Utc("2026-07-01T22:30:00Z"), new(2026, 6, 30)).Should().BeNull("it is half past midnight");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Nowhere/Land")]
    public void who_has_no_known_zone_goes_by_utc(string? zone) => DigestTime.Of(null, zone).On(new(2026, 7, 1)).Should().Be(Utc("2026-07-01T09:00:00Z"));

    private static DateTimeOffset Utc(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
