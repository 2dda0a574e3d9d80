using System.Globalization;
using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.History;

/// <summary>One line of an issue's changelog.</summary>
internal sealed record TrackerChange(string Id, DateTimeOffset At, Colleague By, string Field, string? From, string To);

/// <summary>What Jira recorded while an issue was worked on: taken, waiting for the customer and back, done.</summary>
internal static class TrackerChanges
{
    public const string Open = "To Do";
    public const string Working = "In Progress";
    public const string Waiting = "Waiting for customer";
    public const string Done = "Done";

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<TrackerChange> Of(TrackerIssue issue)
    {
        var changes = new List<TrackerChange>();
        var status = Open;
        foreach (var message in issue.Comments)
        {
            if (message.Activities.Count > 0 && status == Open) Add("assignee", null, message.Author.Name, message, 20);
            if (message.Activities.Count > 0 && status != Working) Move(Working, message, 25);
            if (message.Activities.Any(a => a.StartsWith("ask-", StringComparison.Ordinal))) Move(Waiting, message, 40);
            else if (message.Author == issue.Reporter && status == Waiting) Move(Working, message, 90);
        }
        if (issue.Case.Resolved && issue.Comments.LastOrDefault(m => m.Activities.Count > 0) is { } last) Finish(last);
        return changes;

        void Move(string to, HistoryMessage after, int seconds)
        {
            if (status != to) Add("status", status, to, after, seconds);
            status = to;
        }

        void Finish(HistoryMessage last)
        {
            var end = last with { At = issue.LastSaid };
            Move(Done, end, 100);
            Add("resolution", null, "Done", end, 100);
        }

        void Add(string field, string? from, string to, HistoryMessage after, int seconds)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{issue.Number * 100 + changes.Count}");
            var at = after.At.AddSeconds(seconds);
            if (changes is [.., var before] && before.At > at) at = before.At;
            changes.Add(new TrackerChange(id, at, after.Author, field, from, to));
        }
    }

    public static string Status(IReadOnlyList<TrackerChange> changes) => changes.LastOrDefault(c => c.Field == "status")?.To ?? Open;
}
