using System.Text;
using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Tests.Sources;

public sealed class EventLogTests : Inputs
{
    [Fact]
    public async Task makes_one_deed_of_each_row()
    {
        var path = Write("logs/deeds.csv", "case,activity,timestamp,resource\n7,register request,2010-12-30T14:32:00.000+01:00,Pete\n");

        var message = await OneAsync(path);

        message.Should().BeEquivalentTo(new Message
        {
            Source = new SourceRef.CsvRow("deeds.csv", 2),
            Place = "deeds.csv",
            Author = new Person("Pete", "Pete"),
            At = new DateTimeOffset(2010, 12, 30, 13, 32, 0, TimeSpan.Zero),
            Text = "register request",
            Thread = "7",
            Activity = "register request",
        });
    }

    [Theory]
    [InlineData("case:concept:name,concept:name,time:timestamp,org:resource")]
    [InlineData("Case ID,Activity,Complete Timestamp,Resource")]
    [InlineData("case_id;ACTIVITY;Date;Agent")]
    [InlineData("Ticket\tEvent\tTime\tUser")]
    [InlineData("incident-id|task|created_at|performer")]
    public async Task recognises_columns_by_their_usual_names_and_finds_the_delimiter(string header)
    {
        var delimiter = header.First(c => c is ',' or ';' or '\t' or '|');
        var row = string.Join(delimiter, "1", "Close", "2024-05-17T10:00:00Z", "ana");

        var message = await OneAsync(Write("log.csv", $"{header}\n{row}\n"));

        (message.Thread, message.Activity, message.Author.Name).Should().Be(("1", "Close", "ana"));
    }

    [Fact]
    public async Task reads_columns_named_by_hand()
    {
        var path = Write("log.csv", "Vorgang;Schritt;Wann;Wer\n1;Schließen;2024-05-17T10:00:00Z;ana\n");
        var options = new SourceOptions { Columns = new ColumnNames { Case = "vorgang", Activity = "Schritt", Time = "Wann", Resource = "Wer" } };

        var message = await OneAsync(path, options);

        (message.Thread, message.Activity, message.Author.Name).Should().Be(("1", "Schließen", "ana"));
    }

    [Fact]
    public async Task obeys_a_delimiter_given_by_hand()
    {
        var path = Write("log.csv", "case;activity;time\n1;a,b,c;2024-05-17T10:00:00Z\n");

        (await OneAsync(path, new SourceOptions { Delimiter = ';' })).Activity.Should().Be("a,b,c");
    }

    [Fact]
    public async Task counts_rows_from_the_header_and_by_record()
    {
        var path = Write("log.csv", "case,activity,time\r\n1,\"two\r\nlines\",2024-05-17T10:00:00Z\r\n\r\n1,Close,2024-05-17T11:00:00Z\r\n");

        var messages = await ReadAsync(path);

        messages.Select(message => ((SourceRef.CsvRow)message.Source).Row).Should().Equal(2, 3);
        messages[0].Activity.Should().Be("two\nlines");
    }

    [Fact]
    public async Task counts_rows_that_lack_a_case_an_activity_or_a_time()
    {
        var path = Write("log.csv", "case,activity,time,resource\n,a,2024-05-17T10:00:00Z,x\n1,,2024-05-17T10:00:00Z,x\n1,a,,x\n1,a,NULL,x\n1,a\n1,b,2024-05-17T10:00:00Z\n");

        (await OneAsync(path)).Author.Should().Be(new Person("unknown", "unknown person"));
        (Tally[Omission.WithoutCase], Tally[Omission.WithoutActivity], Tally[Omission.WithoutTime]).Should().Be((1, 1, 3));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task accepts_unicode_with_a_byte_order_mark(string encoding)
    {
        var path = Write("log.csv", "case,activity,time\n1,Größe prüfen 👍,2024-05-17T10:00:00Z\n", encoding == "utf-8" ? new UTF8Encoding(true) : Encoding.GetEncoding(encoding));

        (await OneAsync(path)).Activity.Should().Be("Größe prüfen 👍");
    }

    [Fact]
    public async Task keeps_quotes_that_stand_inside_a_plain_field() =>
        (await OneAsync(Write("log.csv", "case,activity,time\n1,check 5\" pipe,2024-05-17T10:00:00Z\n"))).Activity.Should().Be("check 5\" pipe");

    [Fact]
    public async Task reads_excels_hint_about_the_delimiter() =>
        (await OneAsync(Write("log.csv", "sep=;\ncase;activity;time\n1;Close;2024-05-17T10:00:00Z\n"))).Activity.Should().Be("Close");

    [Fact]
    public async Task reads_a_log_without_rows_as_nothing()
    {
        (await ReadAsync(Write("log.csv", "case,activity,time\n"))).Should().BeEmpty();

        Tally.Sentences().Should().Equal("No message was read.");
    }
}
