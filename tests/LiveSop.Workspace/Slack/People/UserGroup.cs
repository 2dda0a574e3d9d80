namespace LiveSop.Workspace.Slack.People;

/// <summary>People who can be mentioned together: <c>&lt;!subteam^S…&gt;</c>.</summary>
internal sealed record UserGroup(string Id, string Handle, string Name, IReadOnlyList<string> Users)
{
    public bool Disabled { get; init; }
}
