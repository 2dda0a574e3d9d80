using System.Text;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class RefusalTests : Inputs
{
    private const string Log = "case,activity,time\n";

    [Fact]
    public async Task refuses_a_missing_file() =>
        (await RefusalAsync(Path.Combine(Folder, "gone.zip"))).Should().EndWith("gone.zip: there is no such file; check the path.");

    [Fact]
    public async Task refuses_a_file_that_another_program_holds()
    {
        var path = Write("held.csv", Log);
        using var holder = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        (await RefusalAsync(path)).Should().Contain("held.csv: cannot be opened");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    public async Task refuses_an_empty_file(string content) => (await RefusalAsync(Write("x.csv", content))).Should().EndWith("x.csv: is empty; export it again.");

    [Theory]
    [InlineData("1F8B0800", "gzip")]
    [InlineData("D0CF11E0A1B1", "old Excel workbook")]
    [InlineData("255044462D", "PDF")]
    [InlineData("377ABCAF271C", "7-Zip")]
    [InlineData("FFFE00006100000062000000", "UTF-32")]
    [InlineData("7F454C4602010100000000000000", "binary file")]
    public async Task refuses_other_kinds_of_file_by_name(string hex, string kind) =>
        (await RefusalAsync(Write("x.csv", Convert.FromHexString(hex)))).Should().Contain($"x.csv").And.Contain(kind);

    [Theory]
    [InlineData("<!DOCTYPE html><table><tr>")]
    [InlineData("\n<?xml version=\"1.0\"?><rss>")]
    [InlineData("<html xmlns:o=\"x\">")]
    public async Task refuses_html_and_xml_saved_as_csv(string content) =>
        (await RefusalAsync(Write("jira.csv", content))).Should()
            .EndWith("jira.csv, line 1: is HTML or XML, whatever its name says; in Jira choose the CSV export (or give JSON).");

    [Fact]
    public async Task refuses_json_with_bytes_that_are_not_utf8_and_names_the_line()
    {
        var path = Write("issues.json", Encoding.Latin1.GetBytes("[{\"key\":\"A-1\",\"fields\":{\n\"summary\":\"café\"}}]"));

        (await RefusalAsync(path)).Should().Contain("issues.json, line 2: ").And.Contain("UTF-8");
    }

    [Theory]
    [InlineData("""[{"a":1}]""", "is JSON but not Jira's")]
    [InlineData("""[{"key":"A-1"}]""", "has no fields for A-1; ask Jira with fields=")]
    [InlineData("""[{"type":"message","ts":"1.1","text":"x"}]""", "is one day of a Slack export; give the whole zip")]
    [InlineData("""{"key":"A-1","fields":{"summary":""", "line 1: breaks off")]
    [InlineData("""[1]""", "is not Jira's issues")]
    [InlineData("""{"key":"A-1","fields":{}} trailing""", "line 1: breaks off")]
    public async Task refuses_json_that_is_not_jiras(string content, string sentence) =>
        (await RefusalAsync(Write("x.json", content))).Should().Contain(sentence);

    [Fact]
    public async Task refuses_a_csv_without_the_columns_it_needs_and_says_which_it_found() =>
        (await RefusalAsync(Write("x.csv", "when,note,who\n1,2,3\n"))).Should()
            .EndWith("x.csv, line 1: as an event log it lacks columns for case (--case) and activity (--activity) and time (--time), "
                + "as a message log columns for time (--time) and author (--author) and text (--text), "
                + "as a Jira export \"Issue key\", \"Summary\" and \"Created\"; it has \"when\", \"note\", \"who\".");

    [Fact]
    public async Task says_what_a_log_lacks_when_its_kind_is_clear_from_the_columns_named() =>
        (await RefusalAsync(Write("x.csv", "when,note,who\n1,2,3\n"), new SourceOptions { Columns = new ColumnNames { Text = "note", Author = "who" } })).Should()
            .EndWith("x.csv, line 1: as a message log it lacks a column for time (--time names it); it has \"when\", \"note\", \"who\".");

    [Fact]
    public async Task refuses_a_named_column_that_is_not_there() =>
        (await RefusalAsync(Write("x.csv", Log), new SourceOptions { Columns = new ColumnNames { Case = "Ticket no" } })).Should()
            .EndWith("x.csv, line 1: has no column \"Ticket no\" (--case); it has \"case\", \"activity\", \"time\".");

    [Fact]
    public async Task refuses_names_for_two_kinds_of_log_at_once() =>
        (await RefusalAsync(Write("x.csv", Log + "1,2,3\n"), new SourceOptions { Columns = new ColumnNames { Case = "case", Text = "activity" } })).Should()
            .Contain("it can be only one");

    [Fact]
    public async Task refuses_latin_1_and_names_the_line()
    {
        var path = Write("x.csv", Encoding.Latin1.GetBytes(Log + "1,a,2024-05-17\n1,\"two\nlines é\",2024-05-17\n"));

        (await RefusalAsync(path)).Should().EndWith("x.csv, line 4: is not UTF-8 (it looks like Latin-1 or Windows-1252); save it as UTF-8.");
    }

    [Fact]
    public async Task refuses_utf_16_without_a_byte_order_mark() =>
        (await RefusalAsync(Write("x.csv", Encoding.Unicode.GetBytes(Log)))).Should()
            .EndWith("x.csv, line 1: looks like UTF-16 without a byte order mark; save it as UTF-8.");

    [Fact]
    public async Task refuses_a_zero_byte_deep_in_a_csv() =>
        (await RefusalAsync(Write("x.csv", Log + string.Concat(Enumerable.Repeat("1,a,2024-05-17\n", 500)) + "1,a\0b,2024-05-17\n"))).Should()
            .Contain("x.csv, line 502: holds a zero byte");

    [Theory]
    [InlineData("1,a,2024-05-17\n2,\"open,2024-05-17\n3,b,2024-05-17\n", 3, "never closed")]
    [InlineData("1,\"two\nlines\",2024-05-17\n2,\"also\ntwo\",\"open\n3,b,2024-05-17\n", 5, "never closed")]
    [InlineData("1,\"open\n2,\"b\",2024-05-17\n", 2, "double the quotes")]
    [InlineData("1,\"say \"yes\" now\",2024-05-17\n", 2, "double the quotes")]
    public async Task refuses_a_quote_that_runs_on_and_names_the_line_where_it_began(string rows, int line, string sentence) =>
        (await RefusalAsync(Write("x.csv", Log + rows))).Should().Contain($"x.csv, line {line}: ").And.Contain(sentence);

    [Fact]
    public async Task refuses_a_quote_that_would_swallow_a_large_file()
    {
        var path = Write("x.csv", Log + "1,\"open\n" + string.Concat(Enumerable.Repeat("1,a,2024-05-17\n", 200_000)));

        (await RefusalAsync(path, new SourceOptions { Limits = new SizeLimits { ItemBytes = 1 << 20 } })).Should().Contain("x.csv, line 2: a record is larger");
    }

    [Fact]
    public async Task refuses_a_row_with_more_fields_than_columns() =>
        (await RefusalAsync(Write("x.csv", Log + "1,a,2024-05-17,,\n1,a, b,2024-05-17\n"))).Should()
            .EndWith("x.csv, line 3: has 4 fields where the header names 3; put quotes around fields that contain the delimiter.");

    [Fact]
    public async Task refuses_a_delimiter_that_cannot_be_one() =>
        (await RefusalAsync(Write("x.csv", Log), new SourceOptions { Delimiter = '"' })).Should().Contain("--delimiter");

    [Fact]
    public async Task stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var path = Write("x.csv", Log + string.Concat(Enumerable.Repeat("1,a,2024-05-17\n", 100)));
        var reading = async () =>
        {
            await foreach (var _ in History.ReadAsync(path, new SourceOptions(), Tally, stop.Token)) await stop.CancelAsync();
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();
    }
}
