using System.Runtime.CompilerServices;
using LiveSop.Bot.Sources.Times;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Jira;

/// <summary>Reads what Jira's REST interface answers, saved: a list of issues, a search's pages, or an issue a line.</summary>
internal static class JiraJson
{
    /// <param name="topLevel">Objects one after another instead of one list.</param>
    public static async IAsyncEnumerable<Message> ReadAsync(
        string path, bool topLevel, SourceOptions options, ImportTally tally, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var messages = new IssueMessages(new TimeReader(path, options, tally), options, tally);
        var items = new JsonItems(path, "Jira's issues", LooseJson.Jira, options.Limits);
        await foreach (var item in items.ReadAsync<JiraItem>(InputFile.OpenAsUtf8(path), topLevel, cancellation))
            foreach (var issue in Issues(item, path))
            {
                if (!IsWanted(issue.Key!, options)) tally.Omit(Omission.OtherProject);
                else if (!seen.Add(issue.Key!)) tally.Omit(Omission.Repeated);
                else foreach (var message in messages.Of(issue.Key!, issue)) yield return message;
            }
    }

    private static IEnumerable<JiraItem> Issues(JiraItem item, string path)
    {
        foreach (var issue in item.Issues ?? [item])
        {
            if (issue is null) continue;
            if (string.IsNullOrEmpty(issue.Key))
                throw new BadInputException(path, issue.Ts is not null
                    ? "is one day of a Slack export; give the whole zip, or the folder it unpacks to."
                    : "is JSON but not Jira's (it has an item without a \"key\"); "
                        + "give the answer of Jira's search or issue calls as it came.");
            if (issue.Fields is null)
                throw new BadInputException(path, $"has no fields for {issue.Key}; ask Jira with "
                    + "fields=summary,description,created,reporter,comment,project,security and expand=changelog.");
            yield return issue;
        }
    }

    private static bool IsWanted(string key, SourceOptions options) =>
        options.JiraProject is null || IssueKey.Project(key).Equals(options.JiraProject, StringComparison.OrdinalIgnoreCase);
}
