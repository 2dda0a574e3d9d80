using System.Globalization;
using System.Text.Json;
using LiveSop.Bot.Sources.Times;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Jira;

/// <summary>An issue as messages: how it was opened, what was said, what was done.</summary>
internal sealed class IssueMessages(TimeReader times, SourceOptions options, ImportTally tally)
{
    public IEnumerable<Message> Of(string key, JiraItem issue)
    {
        var fields = issue.Fields!;
        if (IsSet(fields.Security) && !options.IncludeSecured)
        {
            tally.OmitSecured(key);
            return [];
        }
        CountWhatJiraCut(issue);
        var place = fields.Project.Text("key") ?? IssueKey.Project(key);
        return
        [
            .. Opened(place, key, fields),
            .. Existing(fields.Comment?.Comments).SelectMany((comment, i) => Said(place, key, comment, i + 1)),
            .. Existing(issue.Changelog?.Histories ?? issue.Changelog?.Values).SelectMany(history => Done(place, key, history)),
        ];
    }

    private IEnumerable<Message> Opened(string place, string key, JiraFields fields)
    {
        var text = Plain.Text($"{fields.Summary}\n{Body(fields.Description)}");
        return Message(new SourceRef.Jira(place, key), key, fields.Created, fields.Reporter ?? fields.Creator, text);
    }

    private IEnumerable<Message> Said(string place, string key, JiraComment comment, int number)
    {
        if (!IsSet(comment.Visibility) || options.IncludeSecured)
        {
            var id = comment.Id ?? number.ToString(CultureInfo.InvariantCulture);
            var source = new SourceRef.Jira(place, $"{key}#comment-{id}");
            return Message(source, key, comment.Created, comment.Author, Plain.Text(Body(comment.Body)));
        }
        tally.Omit(Omission.SecuredComment);
        return [];
    }

    private IEnumerable<Message> Done(string place, string key, JiraHistory history) =>
        Existing(history.Items).SelectMany((change, i) =>
        {
            var source = new SourceRef.Jira(place, $"{key}#history-{history.Id}-{i}");
            if (Deed(change) is { } deed) return Message(source, key, history.Created, history.Author, deed, deed);
            tally.Omit(Omission.OtherChange);
            return [];
        });

    /// <summary>Null where the change is not a step of the work.</summary>
    private static string? Deed(JiraChange change)
    {
        var value = Plain.Name(change.NewValue);
        return (change.FieldId ?? change.Field)?.ToLowerInvariant() switch
        {
            "status" when value is not null => $"Move to {value}",
            "assignee" => value is null ? "Unassign the issue" : "Assign the issue",
            "resolution" => value is null ? "Clear the resolution" : $"Resolve as {value}",
            _ => null,
        };
    }

    private IEnumerable<Message> Message(
        SourceRef.Jira source, string key, string? time, JiraUser? author, string text, string? activity = null)
    {
        if (text.Length == 0) tally.Omit(Omission.Empty);
        else if (time is null || !times.TryRead(time, out var at)) tally.Omit(Omission.WithoutTime);
        else yield return new Message
        {
            Source = source,
            Place = source.Project,
            Author = Author(author),
            At = at,
            Text = text,
            Thread = key,
            Activity = activity,
        };
    }

    private static Person Author(JiraUser? user) => (user?.AccountId ?? user?.Key ?? user?.Name) is { Length: > 0 } id
        ? new Person(id, Plain.Name(user!.DisplayName) ?? Plain.Name(user.Name) ?? Unknown.Name, null, user.AccountType == "app")
        : Plain.Name(user?.DisplayName) is { } name ? new Person(name, name)
        : Unknown.Person;

    // Data Center writes wiki markup, in which a person is a user name.
    private static string Body(JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? DocumentText.Read(body)
        : WikiText.Read(body.Text() ?? "", name => name);

    private static bool IsSet(JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static IEnumerable<T> Existing<T>(List<T?>? list)
        where T : class => list?.OfType<T>() ?? [];

    private void CountWhatJiraCut(JiraItem issue)
    {
        tally.Omit(Omission.CommentNotInFile, Cut(issue.Fields!.Comment?.Total, issue.Fields.Comment?.Comments?.Count));
        tally.Omit(Omission.ChangeNotInFile, Cut(issue.Changelog?.Total, (issue.Changelog?.Histories ?? issue.Changelog?.Values)?.Count));
    }

    private static int Cut(string? total, int? present) =>
        int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? Math.Max(0, all - (present ?? 0)) : 0;
}
