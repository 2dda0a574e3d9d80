using System.Globalization;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class TimeTests : Inputs
{
    [Theory]
    [InlineData("2024-05-17T10:20:30Z", "2024-05-17 10:20:30")]
    [InlineData("2024-05-17T10:20:30.123456789+02:00", "2024-05-17 08:20:30")]
    [InlineData("2024-05-17 10:20:30,5 +0530", "2024-05-17 04:50:30")]
    [InlineData("2024-05-17 10:20:30 UTC", "2024-05-17 10:20:30")]
    [InlineData("2024-05-17T10:20-03", "2024-05-17 13:20:00")]
    [InlineData("2024-05-17", "2024-05-17 00:00:00")]
    [InlineData("2024/5/7 1:02", "2024-05-07 01:02:00")]
    [InlineData("20240517", "2024-05-17 00:00:00")]
    [InlineData("20240517102030", "2024-05-17 10:20:30")]
    [InlineData("1589312523", "2020-05-12 19:42:03")]
    [InlineData("1589312523.000000", "2020-05-12 19:42:03")]
    [InlineData("1589312523000", "2020-05-12 19:42:03")]
    [InlineData("1589312523000000", "2020-05-12 19:42:03")]
    [InlineData("14/Jul/25 3:42 PM", "2025-07-14 15:42:00")]
    [InlineData("11/May/24 03:26 PM", "2024-05-11 15:26:00")]
    [InlineData("11/May/24 12:05 a.m.", "2024-05-11 00:05:00")]
    [InlineData("Mon, 14 Jul 2025 15:42:00 +0000", "2025-07-14 15:42:00")]
    [InlineData("July 14, 2025, 3:42 PM", "2025-07-14 15:42:00")]
    [InlineData("14-Jul-2025 15:42", "2025-07-14 15:42:00")]
    [InlineData("6/21/2025 16:14", "2025-06-21 16:14:00")]
    [InlineData("21/6/2025 16:14", "2025-06-21 16:14:00")]
    [InlineData("1.2.2025 16:14", "2025-02-01 16:14:00")]
    [InlineData("5/5/2025", "2025-05-05 00:00:00")]
    [InlineData("14/Jul/25 3:42\u202FPM", "2025-07-14 15:42:00")]
    public async Task reads_the_times_that_tools_write(string written, string expected) =>
        (await TimesAsync(new SourceOptions(), written)).Should().Equal(expected);

    [Fact]
    public async Task one_clear_date_settles_the_whole_file()
    {
        (await TimesAsync(new SourceOptions(), "03/04/2024 10:00", "13/04/2024 10:00")).Should().Equal("2024-04-03 10:00:00", "2024-04-13 10:00:00");
        (await TimesAsync(new SourceOptions(), "03/04/2024 10:00", "04/13/2024 10:00")).Should().Equal("2024-03-04 10:00:00", "2024-04-13 10:00:00");
    }

    [Fact]
    public async Task asks_for_the_format_where_nothing_settles_it() =>
        (await RefusalAsync(Log("03/04/2024 10:00"))).Should().EndWith("log.csv, line 2: \"03/04/2024 10:00\" may have the day or the month first, "
            + "and no date in the file tells which; name the format, as in --date-format \"dd/MM/yyyy HH:mm\" or --date-format \"MM/dd/yyyy HH:mm\".");

    [Fact]
    public async Task refuses_a_file_that_speaks_for_both_orders() =>
        (await RefusalAsync(Log("13/04/2024 10:00", "04/13/2024 10:00"))).Should().Contain("log.csv, line 3: has a date with the month first").And.Contain("line 2");

    [Fact]
    public async Task reads_a_format_given_by_hand() =>
        (await TimesAsync(new SourceOptions { DateFormats = ["MM/dd/yyyy HH:mm", "yyyy'w'dd"] }, "03/04/2024 10:00", "2024w07"))
            .Should().Equal("2024-03-04 10:00:00", "2024-01-07 00:00:00");

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2024-02-30 10:00")]
    [InlineData("2024-05-17 25:00")]
    [InlineData("2024-05-17 10:00 CEST")]
    [InlineData("2024-05-17 10:00+25:00")]
    [InlineData("31.2.2024")]
    [InlineData("10:00")]
    [InlineData("42")]
    [InlineData("0001-01-01")]
    public async Task refuses_what_is_no_time_and_shows_it(string written) =>
        (await RefusalAsync(Log("2024-05-17", written))).Should().Contain($"log.csv, line 3: \"{written}\" is not a time in a known format")
            .And.Contain("--date-format");

    [Fact]
    public async Task reads_times_without_a_zone_in_the_zone_named_and_says_how_many()
    {
        var berlin = new SourceOptions { TimeZone = "Europe/Berlin" };

        (await TimesAsync(berlin, "2024-05-17 10:00", "2024-01-17 10:00", "2024-05-17 10:00Z", "1589312523"))
            .Should().Equal("2024-05-17 08:00:00", "2024-01-17 09:00:00", "2024-05-17 10:00:00", "2020-05-12 19:42:03");
        Tally.Sentences().Should().Contain("2 times named no zone and were read as Europe/Berlin (--time-zone names another).");
    }

    [Fact]
    public async Task reads_hours_that_a_clock_skips_or_repeats()
    {
        var berlin = new SourceOptions { TimeZone = "Europe/Berlin" };

        (await TimesAsync(berlin, "2024-03-31 01:59", "2024-03-31 02:30", "2024-03-31 03:00", "2024-10-27 02:30"))
            .Should().Equal("2024-03-31 00:59:00", "2024-03-31 01:30:00", "2024-03-31 01:00:00", "2024-10-27 00:30:00");
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public async Task refuses_a_zone_that_does_not_exist(string zone) =>
        (await RefusalAsync(Log("2024-05-17"), new SourceOptions { TimeZone = zone })).Should()
            .EndWith($"log.csv: cannot be read in the time zone \"{zone}\", which does not exist; name it as in --time-zone Europe/Berlin.");

    private string Log(params string[] times) => Write("log.csv", "case;activity;time\n" + string.Concat(times.Select(time => $"1;a;{time}\n")));

    private async Task<IEnumerable<string>> TimesAsync(SourceOptions options, params string[] times) =>
        (await ReadAsync(Log(times), options)).Select(message => message.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
}
