using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class JiraCsvTests : Inputs
{
    private const string Header = "Summary,Issue key,Issue id,Project key,Reporter,Reporter Id,Assignee,Assignee Id,Created,Labels,Labels,Description,Security Level,Comment,Comment\n";

    [Fact]
    public async Task makes_an_issue_and_its_repeated_comment_columns_one_thread()
    {
        var path = Write("jira.csv", Header
            + "Mail is down,OPS-1,1001,OPS,Ana Ruiz,5b10ac8d82e05b22cc7d4ef5,Ben Okri,557058:ab-cd,14/Jul/25 3:42 PM,a,b,\"It *bounces*\nsince noon\",,"
            + "14/Jul/25 3:50 PM;557058:ab-cd;looking; one moment,\"14/Jul/25 4:10 PM;5b10ac8d82e05b22cc7d4ef9;[~accountid:5b10ac8d82e05b22cc7d4ef5] see [the log|https://x.example/l]\"\n");

        var messages = await ReadAsync(path);

        messages.Should().OnlyContain(message => message.Thread == "OPS-1" && message.Place == "OPS" && message.Activity == null);
        messages.Select(message => (message.Source.ToString(), message.Author.Name, message.Text)).Should().Equal(
            ("OPS:OPS-1", "Ana Ruiz", "Mail is down\nIt *bounces*\nsince noon"),
            ("OPS:OPS-1#comment-1", "Ben Okri", "looking; one moment"),
            ("OPS:OPS-1#comment-2", "unknown person", "@Ana Ruiz see the log (https://x.example/l)"));
        messages[0].At.Should().Be(new DateTimeOffset(2025, 7, 14, 15, 42, 0, TimeSpan.Zero));
        Tally.TimesWithoutZone.Should().Be(3);
    }

    [Fact]
    public async Task settles_the_order_of_day_and_month_by_comments_too()
    {
        var path = Write("jira.csv", "Issue key,Summary,Created,Comment\nOPS-1,a,6/7/2025 16:14,6/21/2025 16:14;ana;done\n");

        (await ReadAsync(path)).Select(message => message.At.UtcDateTime).Should()
            .Equal(new DateTime(2025, 6, 7, 16, 14, 0), new DateTime(2025, 6, 21, 16, 14, 0));
    }

    [Fact]
    public async Task leaves_out_secured_and_repeated_issues_and_those_of_other_projects()
    {
        var path = Write("jira.csv", "Issue key,Summary,Created,Security Level\n"
            + "OPS-1,secret,2025-07-14T10:00:00Z,Staff\nOPS-2,open,2025-07-14T10:00:00Z,\nOPS-2,open,2025-07-14T10:00:00Z,\nWEB-1,other,2025-07-14T10:00:00Z,\n");

        (await OneAsync(path, new SourceOptions { JiraProject = "ops" })).Thread.Should().Be("OPS-2");
        (Tally[Omission.SecuredIssue], Tally[Omission.Repeated], Tally[Omission.OtherProject]).Should().Be((1, 1, 1));
        (await ReadAsync(path, new SourceOptions { IncludeSecured = true })).Should().HaveCount(3);
    }

    [Fact]
    public async Task brings_the_issues_of_each_project_together()
    {
        var path = Write("jira.csv", "Issue key,Summary,Created\nB-1,x,2025-07-14T10:00:00Z\nA-1,x,2025-07-14T10:00:00Z\nB-2,x,2025-07-14T10:00:00Z\nC-1,x,2025-07-14T10:00:00Z\nA-2,x,2025-07-14T10:00:00Z\n");

        (await ReadAsync(path)).Select(message => message.Thread).Should().Equal("B-1", "B-2", "A-1", "A-2", "C-1");
    }

    [Fact]
    public async Task counts_comments_whose_date_cannot_be_read()
    {
        var path = Write("jira.csv", "Issue key,Summary,Created,Comment,Comment\nOPS-1,a,2025-07-14T10:00:00Z,14/Mai/25 3:42 PM;ana;hallo,just text\n");

        (await ReadAsync(path)).Should().ContainSingle();
        Tally.Sentences().Should().Contain("2 comments without a readable date were left out (--date-format names its format).");
    }

    [Theory]
    [InlineData("h2. Steps\n{code:java}\nrun(){code}\n!shot.png|thumbnail! [https://x.example]", "Steps\n\nrun()\n[file: shot.png] https://x.example")]
    [InlineData("{color:red}stop{color} [~ben] now! really!", "stop @ben now! really!")]
    public async Task reads_wiki_markup_as_people_do(string wiki, string expected) =>
        (await OneAsync(Write("jira.csv", $"Issue key,Summary,Created,Description\nOPS-1,s,2025-07-14T10:00:00Z,\"{wiki}\"\n"))).Text
            .Should().Be("s\n" + expected);
}
