namespace LiveSop.Bot.Sources.Jira;

internal static class IssueKey
{
    /// <summary>OPS of OPS-17.</summary>
    public static string Project(string key) => key.LastIndexOf('-') is > 0 and var dash ? key[..dash] : key;
}
