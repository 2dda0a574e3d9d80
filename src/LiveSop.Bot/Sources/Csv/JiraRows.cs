using LiveSop.Bot.Sources.Jira;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>Where Jira's CSV export keeps what. It repeats the comment column as often as its busiest issue needs.</summary>
internal sealed record JiraColumns(int Key, int Summary, int Created)
{
    public int? ProjectKey { get; private init; }

    public int? Description { get; private init; }

    public int? Security { get; private init; }

    public IReadOnlyList<int> Comments { get; private init; } = [];

    /// <summary>Pairs of a person's column and that of their account's id.</summary>
    public IReadOnlyList<(int? Name, int? Id)> People { get; private init; } = [];

    /// <summary>Null where this is not such an export.</summary>
    public static JiraColumns? In(Columns columns)
    {
        if (columns.Of("issue key") is not { } key || columns.Of("summary") is not { } summary
            || columns.Of("created") is not { } created) return null;
        return new JiraColumns(key, summary, created)
        {
            ProjectKey = columns.Of("project key"),
            Description = columns.Of("description"),
            Security = columns.Of("security level"),
            Comments = columns.All("comment"),
            People =
            [
                (columns.Of("reporter"), columns.Of("reporter id")),
                (columns.Of("creator"), columns.Of("creator id")),
                (columns.Of("assignee"), columns.Of("assignee id")),
            ],
        };
    }
}

/// <summary>An issue and its comments for each row.</summary>
internal sealed class JiraRows(JiraColumns columns, CsvCells cells, SourceOptions options) : CsvShape
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public override void Survey(CsvTable row)
    {
        cells.Survey(row, columns.Created);
        foreach (var comment in Comments(row)) cells.SurveyPart(comment.Date, row.Line);
        foreach (var (name, id) in columns.People)
            if (row[id].Length > 0 && Plain.Name(row[name]) is { } known) names.TryAdd(row[id], known);
    }

    public override IEnumerable<Message> Read(CsvTable row)
    {
        var key = row[columns.Key];
        var project = row[columns.ProjectKey] is { Length: > 0 } named ? named : IssueKey.Project(key);
        return IsWanted(row, key, project) && cells.TryTime(row, columns.Created, out var at)
            ? Opening(row, key, project, at).Concat(Replies(row, key, project))
            : [];
    }

    private bool IsWanted(CsvTable row, string key, string project)
    {
        Omission? reason = key.Length == 0 ? Omission.WithoutCase
            : options.JiraProject is { } only && !project.Equals(only, StringComparison.OrdinalIgnoreCase) ? Omission.OtherProject
            : row[columns.Security].Length > 0 && !options.IncludeSecured ? Omission.SecuredIssue
            : !seen.Add(key) ? Omission.Repeated
            : null;
        if (reason == Omission.SecuredIssue) cells.Tally.OmitSecured(key);
        else if (reason is { } why) cells.Tally.Omit(why);
        return reason is null;
    }

    private IEnumerable<Message> Opening(CsvTable row, string key, string project, DateTimeOffset at)
    {
        var text = Plain.Text($"{row[columns.Summary]}\n{WikiText.Read(row[columns.Description], NameOf)}");
        return Said(new SourceRef.Jira(project, key), key, at, Author(row), text);
    }

    // The export numbers no comments, so their order in it stands in for their ids.
    private IEnumerable<Message> Replies(CsvTable row, string key, string project) =>
        Comments(row).SelectMany((comment, i) =>
        {
            if (cells.TryPart(comment.Date, out var at))
                return Said(new SourceRef.Jira(project, $"{key}#comment-{i + 1}"), key, at, Account(comment.Author),
                    Plain.Text(WikiText.Read(comment.Text, NameOf)));
            cells.Tally.Omit(Omission.CommentWithoutTime);
            return [];
        });

    private IEnumerable<Message> Said(SourceRef.Jira source, string key, DateTimeOffset at, Person author, string text)
    {
        if (text.Length == 0) cells.Tally.Omit(Omission.Empty);
        else yield return new Message { Source = source, Place = source.Project, Author = author, At = at, Text = text, Thread = key };
    }

    private IEnumerable<(string Date, string Author, string Text)> Comments(CsvTable row) =>
        columns.Comments.Select(column => row[column]).Where(cell => cell.Length > 0).Select(cell =>
            cell.Split(';', 3) is [var date, var author, var text] ? (date.Trim(), author.Trim(), text) : ("", "", cell));

    private Person Author(CsvTable row)
    {
        foreach (var (name, id) in columns.People.Take(2))
            if (row[name].Length > 0) return row[id].Length > 0 ? Account(row[id]) : CsvCells.Somebody(row[name]);
        return Unknown.Person;
    }

    private Person Account(string id) => id.Length == 0 ? Unknown.Person : new Person(id, NameOf(id));

    // A Data Center account is a name; a Cloud account's id is nothing a person should have to read.
    private string NameOf(string id) => names.TryGetValue(id, out var name) ? name
        : id.Contains(':', StringComparison.Ordinal) || (id.Length >= 24 && id.All(char.IsAsciiHexDigit)) ? Unknown.Name
        : id;
}
