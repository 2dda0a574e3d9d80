using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace.Export;

/// <summary>Issues as a search with <c>expand=changelog</c> answers them: bodies in ADF, the changelog newest first.</summary>
internal static class JiraJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<TrackerIssue> issues, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("expand", "schema,names");
        json.WriteNumber("startAt", 0);
        json.WriteNumber("maxResults", issues.Count);
        json.WriteNumber("total", issues.Count);
        json.WriteStartArray("issues");
        foreach (var issue in issues) Issue(json, issue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string AccountId(Colleague who) => SlackId.From("712020:", who.Handle).ToLowerInvariant();

    private static void Issue(Utf8JsonWriter json, TrackerIssue issue)
    {
        var changes = TrackerChanges.Of(issue);
        json.WriteStartObject();
        json.WriteString("id", issue.Id);
        json.WriteString("self", $"https://tarnbrook.example/rest/api/3/issue/{issue.Id}");
        json.WriteString("key", issue.Key);
        Fields(json, issue, changes);
        Changelog(json, changes);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, TrackerIssue issue, IReadOnlyList<TrackerChange> changes)
    {
        var status = TrackerChanges.Status(changes);
        json.WriteStartObject("fields");
        json.WriteString("summary", issue.Title);
        Adf.Write(json, "description", issue.Case.Messages[0].Text);
        Named(json, "project", "OPS", key: TrackerHistory.Project);
        Named(json, "issuetype", "Task");
        Named(json, "priority", issue.Number % 5 == 0 ? "High" : "Medium");
        Status(json, status);
        if (status == TrackerChanges.Done) Named(json, "resolution", "Done"); else json.WriteNull("resolution");
        if (issue.Confined) Named(json, "security", "Support only");
        Person(json, "reporter", issue.Reporter);
        if (issue.Assignee is { } assignee) Person(json, "assignee", assignee); else json.WriteNull("assignee");
        json.WriteString("created", Time(issue.Created));
        json.WriteString("updated", Time(issue.Updated));
        json.WriteString("resolutiondate", status == TrackerChanges.Done ? Time(changes[^1].At) : null);
        json.WriteStartArray("labels");
        json.WriteStringValue("support");
        json.WriteEndArray();
        Comments(json, issue);
        json.WriteEndObject();
    }

    private static void Status(Utf8JsonWriter json, string status)
    {
        json.WriteStartObject("status");
        json.WriteString("name", status);
        json.WriteStartObject("statusCategory");
        json.WriteString("key", status switch { TrackerChanges.Open => "new", TrackerChanges.Done => "done", _ => "indeterminate" });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Comments(Utf8JsonWriter json, TrackerIssue issue)
    {
        json.WriteStartObject("comment");
        json.WriteStartArray("comments");
        for (var i = 0; i < issue.Comments.Count; i++)
        {
            var comment = issue.Comments[i];
            json.WriteStartObject();
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{issue.Number * 100 + i}"));
            Person(json, "author", comment.Author);
            Adf.Write(json, "body", comment.Text);
            json.WriteString("created", Time(comment.At));
            json.WriteString("updated", Time(comment.EditedAt ?? comment.At));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("startAt", 0);
        json.WriteNumber("maxResults", issue.Comments.Count);
        json.WriteNumber("total", issue.Comments.Count);
        json.WriteEndObject();
    }

    private static void Changelog(Utf8JsonWriter json, IReadOnlyList<TrackerChange> changes)
    {
        json.WriteStartObject("changelog");
        json.WriteNumber("startAt", 0);
        json.WriteNumber("maxResults", changes.Count);
        json.WriteNumber("total", changes.Count);
        json.WriteStartArray("histories");
        foreach (var change in changes.Reverse()) History(json, change);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void History(Utf8JsonWriter json, TrackerChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Id);
        Person(json, "author", change.By);
        json.WriteString("created", Time(change.At));
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("field", change.Field);
        json.WriteString("fieldId", change.Field);
        json.WriteString("fieldtype", "jira");
        json.WriteString("fromString", change.From);
        json.WriteString("toString", change.To);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter json, string name, Colleague who)
    {
        json.WriteStartObject(name);
        json.WriteString("accountId", AccountId(who));
        json.WriteString("displayName", who.Name);
        json.WriteBoolean("active", who.Left is null);
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string field, string name, string? key = null)
    {
        json.WriteStartObject(field);
        if (key is not null) json.WriteString("key", key);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
