using System.Text;
using System.Text.Json;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;

namespace LiveSop.Bot.Tests.Workspace;

public sealed class TrackerTests
{
    private static readonly IReadOnlyList<TrackerIssue> Issues = TrackerHistory.Generate(1);

    [Fact]
    public void json_has_adf_bodies_and_a_changelog_that_ends_in_the_issues_status()
    {
        using var json = JsonDocument.Parse(Written(stream => JiraJsonWriter.Write(Issues, stream)));
        var issues = json.RootElement.GetProperty("issues").EnumerateArray().ToList();
        issues.Should().HaveCount(60);
        foreach (var issue in issues)
        {
            var fields = issue.GetProperty("fields");
            fields.GetProperty("summary").GetString()!.Length.Should().BeInRange(5, 255);
            fields.GetProperty("comment").GetProperty("comments").EnumerateArray()
                .Should().OnlyContain(c => c.GetProperty("body").GetProperty("type").GetString() == "doc");
            var histories = issue.GetProperty("changelog").GetProperty("histories").EnumerateArray().ToList();
            histories.Select(h => h.GetProperty("created").GetString()).Should().BeInDescendingOrder(StringComparer.Ordinal);
            var moves = histories.Select(h => h.GetProperty("items")[0]).Where(i => i.GetProperty("field").GetString() == "status").ToList();
            moves[0].GetProperty("toString").GetString().Should().Be(fields.GetProperty("status").GetProperty("name").GetString());
            moves.SkipLast(1).Select(m => m.GetProperty("fromString").GetString()).Should().Equal(moves.Skip(1).Select(m => m.GetProperty("toString").GetString()));
        }
    }

    [Fact]
    public void one_or_two_issues_are_not_for_everybody() => Issues.Count(i => i.Confined).Should().BeInRange(1, 3);

    [Fact]
    public void csv_repeats_its_column_names_and_loses_no_comment()
    {
        var text = Encoding.UTF8.GetString(Written(stream => JiraCsvWriter.Write(Issues, stream)));
        var header = text[..text.IndexOf('\n', StringComparison.Ordinal)].Split(',');
        header.Count(h => h == "Labels").Should().Be(2);
        header.Count(h => h == "Comment").Should().Be(Issues.Max(i => i.Comments.Count));
        text.Should().Contain("/Feb/26 ");
        foreach (var comment in Issues.SelectMany(i => i.Comments))
            text.Should().Contain(WireText.Plain(comment.Text).Replace("\"", "\"\"", StringComparison.Ordinal));
    }

    [Fact]
    public void the_message_log_holds_whole_threads_in_plain_words()
    {
        var history = CompanyHistory.Generate(1);
        var text = Encoding.UTF8.GetString(Written(stream => MessageLogWriter.Write(history, stream)));
        text.Should().StartWith("id,time,author,text,thread\n").And.NotContain("<@U").And.NotContain("&amp;");
        foreach (var message in history.Cases.Take(60).SelectMany(c => c.Messages)) text.Should().Contain("\n" + message.Key + ",");
    }

    [Fact]
    public void slack_markup_becomes_plain_words()
    {
        WireText.Plain("see <https://a.example|the doc> or <mailto:x@a.example|x@a.example>, R&amp;D &lt;3").Should().Be("see the doc or x@a.example, R&D <3");
        WireText.Plain("<!here> <https://a.example>").Should().Be("@here https://a.example");
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
