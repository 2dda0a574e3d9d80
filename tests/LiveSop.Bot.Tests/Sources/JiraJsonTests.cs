using System.Text;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class JiraJsonTests : Inputs
{
    private const string Ana = """{"accountId":"a1","displayName":"Ana Ruiz","accountType":"atlassian"}""";
    private const string Robot = """{"accountId":"r1","displayName":"Robot","accountType":"app"}""";

    private static readonly string Issue = $$"""
        {"id":"1","key":"OPS-1","fields":{"summary":"Mail is down","created":"2025-07-14T15:42:00.000+0000","project":{"key":"OPS"},
          "description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"It bounces"}]}]},
          "creator":{{Robot}},"reporter":{{Ana}},
          "comment":{"total":3,"comments":[
            {"id":"77","author":{{Robot}},"created":"2025-07-14T15:43:00.000+0200","body":"Seen by [~ana]"},
            {"id":"78","author":null,"created":1752507900000,"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"a1","text":"@Ana Ruiz"} },{"type":"text","text":" fixed"}]}]} }]} },
         "changelog":{"total":2,"histories":[{"id":"9","author":{{Ana}},"created":"2025-07-14T16:00:00.000+0000","items":[
            {"field":"priority","fieldId":"priority","toString":"High"},
            {"field":"status","fieldId":"status","fromString":"To Do","toString":"In Progress"},
            {"field":"assignee","fieldId":"assignee","toString":null},{"field":"assignee","toString":"Ana Ruiz"},
            {"field":"resolution","toString":"Fixed"},{"field":"Link","toString":"x"}]}]} }
        """;

    [Fact]
    public async Task makes_an_issue_its_comments_and_its_changes_one_thread()
    {
        var messages = await ReadAsync(Write("issue.json", Issue));

        messages.Should().OnlyContain(message => message.Place == "OPS" && message.Thread == "OPS-1");
        messages.Select(message => (message.Source.ToString(), message.Author.Name, message.Text, message.Activity)).Should().Equal(
            ("OPS:OPS-1", "Ana Ruiz", "Mail is down\nIt bounces", null),
            ("OPS:OPS-1#comment-77", "Robot", "Seen by @ana", null),
            ("OPS:OPS-1#comment-78", "unknown person", "@Ana Ruiz fixed", null),
            ("OPS:OPS-1#history-9-1", "Ana Ruiz", "Move to In Progress", "Move to In Progress"),
            ("OPS:OPS-1#history-9-2", "Ana Ruiz", "Unassign the issue", "Unassign the issue"),
            ("OPS:OPS-1#history-9-3", "Ana Ruiz", "Assign the issue", "Assign the issue"),
            ("OPS:OPS-1#history-9-4", "Ana Ruiz", "Resolve as Fixed", "Resolve as Fixed"));
        messages.Select(message => message.At.ToUniversalTime().ToString("HH:mm", null)).Should()
            .Equal("15:42", "13:43", "15:45", "16:00", "16:00", "16:00", "16:00");
        messages[1].Author.IsApp.Should().BeTrue();
        (Tally[Omission.OtherChange], Tally[Omission.CommentNotInFile], Tally[Omission.ChangeNotInFile]).Should().Be((2, 1, 1));
    }

    [Fact]
    public async Task accepts_a_list_pages_of_a_search_and_an_issue_a_line()
    {
        var other = Issue.Replace("OPS-1", "OPS-2");
        var flat = (string issue) => issue.Replace("\n", "");
        var list = await ReadAsync(Write("list.json", $"[{Issue},{other}]"));

        list.Should().HaveCount(14);
        (await ReadAsync(Write("page.json", $$"""{"isLast":true,"issues":[{{Issue}},{{other}}]}"""))).Should().Equal(list);
        (await ReadAsync(Write("pages.json", $$"""{"issues":[{{Issue}}]} {"issues":[{{Issue}},{{other}}]}"""))).Should().Equal(list);
        (await ReadAsync(Write("lines.jsonl", $"{flat(Issue)}\n{flat(other)}\n"))).Should().Equal(list);
        (await ReadAsync(Write("utf16.txt", $"[{Issue},{other}]", Encoding.Unicode))).Should().Equal(list);
    }

    [Fact]
    public async Task leaves_out_issues_with_a_security_level_and_comments_that_only_some_may_see()
    {
        var path = Write("issues.json", """
            [{"key":"OPS-1","fields":{"summary":"secret","created":"2025-07-14T15:42:00Z","security":{"name":"Staff"}}},
             {"key":"OPS-2","fields":{"summary":"open","created":"2025-07-14T15:42:00Z","security":null,"comment":{"comments":[
               {"id":"1","created":"2025-07-14T15:43:00Z","body":"hush","visibility":{"type":"role","value":"Staff"}}]}}}]
            """);

        (await OneAsync(path)).Thread.Should().Be("OPS-2");
        (Tally[Omission.SecuredIssue], Tally[Omission.SecuredComment]).Should().Be((1, 1));
        (await ReadAsync(path, new SourceOptions { IncludeSecured = true })).Should().HaveCount(3);
    }

    [Fact]
    public async Task reads_one_project_when_asked()
    {
        var path = Write("issues.json", """[{"key":"WEB-1","fields":{"summary":"a","created":"2025-07-14T15:42:00Z"}},{"key":"OPS-1","fields":{"summary":"b","created":"2025-07-14T15:42:00Z"}}]""");

        (await OneAsync(path, new SourceOptions { JiraProject = "OPS" })).Place.Should().Be("OPS");
        Tally.Sentences().Should().Contain("1 issue of other projects was left out.");
    }

    [Fact]
    public async Task reads_documents_line_by_line()
    {
        const string Document = """
            {"type":"doc","content":[
              {"type":"heading","content":[{"type":"text","text":"Steps"}]},
              {"type":"orderedList","content":[
                {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]}]},
                {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"two","marks":[{"type":"link","attrs":{"href":"https://x.example"}}]}]}]}]},
              {"type":"table","content":[{"type":"tableRow","content":[
                {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},
                {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]},
              {"type":"codeBlock","content":[{"type":"text","text":"run"}]},
              {"type":"paragraph","content":[{"type":"text","text":"x"},{"type":"hardBreak"},{"type":"emoji","attrs":{"shortName":":ok:"}},{"type":"date","attrs":{"timestamp":"1752451200000"}},{"type":"newThing","content":[{"type":"text","text":"!"}]}]},
              {"type":"mediaSingle","content":[{"type":"media","attrs":{"alt":"a.png","url":"https://secret"}}]}]}
            """;

        var message = await OneAsync(Write("issue.json", $$$"""{"key":"OPS-1","fields":{"summary":"s","created":"2025-07-14T15:42:00Z","description":{{{Document}}} } }"""));

        message.Text.Should().Be("s\nSteps\n- one\n- two (https://x.example)\na | b\nrun\nx\n:ok:2025-07-14!\n[file: a.png]");
    }

    [Fact]
    public async Task reads_the_users_of_data_center()
    {
        var path = Write("issue.json", """{"key":"OPS-1","fields":{"summary":"s","created":"2025-07-14T15:42:00.000+0000","reporter":{"key":"JIRAUSER1","name":"ben"}}}""");

        var author = (await OneAsync(path)).Author;

        (author.Id, author.Name).Should().Be(("JIRAUSER1", "ben"));
    }
}
