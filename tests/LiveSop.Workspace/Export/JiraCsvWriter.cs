using System.Globalization;
using System.Text;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace.Export;

/// <summary>Issues as Jira's "all fields" CSV has them: columns that bear the same name, dates without zone, comments as <c>date;author;text</c>.</summary>
internal static class JiraCsvWriter
{
    private static readonly string[] Columns =
    [
        "Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Project name", "Priority", "Resolution", "Assignee",
        "Reporter", "Created", "Updated", "Resolved", "Labels", "Labels", "Description",
    ];

    public static void Write(IReadOnlyList<TrackerIssue> issues, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var comments = issues.Max(i => i.Comments.Count);
        CsvLine.Write(writer, [.. Columns, .. Enumerable.Repeat("Comment", comments)]);
        foreach (var issue in issues) CsvLine.Write(writer, [.. Cells(issue), .. Comments(issue, comments)]);
    }

    private static string[] Cells(TrackerIssue issue)
    {
        var changes = TrackerChanges.Of(issue);
        var status = TrackerChanges.Status(changes);
        var done = status == TrackerChanges.Done;
        return
        [
            issue.Title, issue.Key, issue.Id, "Task", status, TrackerHistory.Project, "Operations", issue.Number % 5 == 0 ? "High" : "Medium",
            done ? "Done" : "", issue.Assignee?.Name ?? "", issue.Reporter.Name, Time(issue.Created), Time(issue.Updated),
            done ? Time(changes[^1].At) : "", "support", issue.Confined ? "confidential" : "",
            WireText.Plain(issue.Case.Messages[0].Text) + "\n\nh3. Found by\n" + issue.Reporter.Name,
        ];
    }

    private static IEnumerable<string> Comments(TrackerIssue issue, int columns) =>
        issue.Comments.Select(c => $"{Time(c.At)};{JiraJsonWriter.AccountId(c.Author)};{WireText.Plain(c.Text)}")
            .Concat(Enumerable.Repeat("", columns - issue.Comments.Count));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("dd/MMM/yy h:mm tt", CultureInfo.InvariantCulture);
}
