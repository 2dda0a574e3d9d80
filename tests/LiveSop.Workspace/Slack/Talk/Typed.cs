using System.Text.RegularExpressions;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>Turns what is typed into Slack's markup, as its client does before sending.</summary>
internal static partial class Typed
{
    public static string ToWire(string typed, SlackWorkspace workspace) => Linked(Escaped(typed), workspace);

    /// <summary>Makes links of names and addresses in markup, as <c>parse=full</c> and <c>link_names</c> do.</summary>
    public static string Linked(string wire, SlackWorkspace workspace) => Piece().Replace(wire, found => found.Value[0] switch
    {
        '@' => Person(found.Value, workspace),
        '#' => Channel(found.Value, workspace),
        '<' => found.Value,
        _ => $"<{found.Value}>",
    });

    /// <summary>For a slash command: ids with their names where it asks for them, otherwise as typed.</summary>
    public static string ForCommand(string typed, bool escape, SlackWorkspace workspace) => !escape
        ? typed
        : Named().Replace(ToWire(typed, workspace), found => found.Groups[1].Value == "@"
            ? $"<@{found.Groups[2].Value}|{workspace.Roster.Find(found.Groups[2].Value)?.Handle}>"
            : $"<#{found.Groups[2].Value}|{workspace.Conversations.Find(found.Groups[2].Value)?.Name}>");

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Person(string name, SlackWorkspace workspace)
    {
        var handle = name[1..].TrimEnd('.');
        var rest = name[(handle.Length + 1)..];
        if (handle is "here" or "channel" or "everyone") return $"<!{handle}>{rest}";
        if (workspace.Roster.Named(handle) is { } known) return known.Mention + rest;
        return workspace.Roster.Groups.Find(g => g.Handle == handle) is { } group ? $"<!subteam^{group.Id}|@{handle}>{rest}" : name;
    }

    private static string Channel(string name, SlackWorkspace workspace) =>
        workspace.Conversations.Named(name[1..]) is { } place ? $"<#{place.Id}|{place.Name}>" : name;

    [GeneratedRegex(@"<[^>]*>|(?<![\w@])@[\w.\-]+|(?<![\w&])#[\w\-]+|https?://[^\s<>|]+[^\s<>|.,;:!?)]")]
    private static partial Regex Piece();

    [GeneratedRegex(@"<([@#])(\w+)(\|[^>]*)?>")]
    private static partial Regex Named();
}
