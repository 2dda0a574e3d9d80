using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveSop.Bot.Sources.Jira;

/// <summary>One item of Jira's JSON: an issue, or a page of a search.</summary>
internal sealed record JiraItem
{
    public string? Key { get; init; }

    public JiraFields? Fields { get; init; }

    public JiraChangelog? Changelog { get; init; }

    /// <summary>Of a page.</summary>
    public List<JiraItem?>? Issues { get; init; }

    /// <summary>Of a Slack message, which is a mistake worth naming.</summary>
    public string? Ts { get; init; }
}

internal sealed record JiraFields
{
    public string? Summary { get; init; }

    /// <summary>A string, or a document.</summary>
    public JsonElement Description { get; init; }

    public JiraUser? Creator { get; init; }

    public JiraUser? Reporter { get; init; }

    public string? Created { get; init; }

    public JiraComments? Comment { get; init; }

    public JsonElement Project { get; init; }

    public JsonElement Security { get; init; }
}

internal sealed record JiraUser
{
    public string? AccountId { get; init; }

    public string? AccountType { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    public string? DisplayName { get; init; }
}

internal sealed record JiraComments
{
    public List<JiraComment?>? Comments { get; init; }

    /// <summary>How many there are, which may be more than Jira embeds.</summary>
    public string? Total { get; init; }
}

internal sealed record JiraComment
{
    public string? Id { get; init; }

    public JiraUser? Author { get; init; }

    /// <summary>A string, or a document.</summary>
    public JsonElement Body { get; init; }

    public string? Created { get; init; }

    /// <summary>Of a comment that only a role or a group may see.</summary>
    public JsonElement Visibility { get; init; }
}

internal sealed record JiraChangelog
{
    public List<JiraHistory?>? Histories { get; init; }

    /// <summary>What the changelog's own endpoint calls the same.</summary>
    public List<JiraHistory?>? Values { get; init; }

    public string? Total { get; init; }
}

internal sealed record JiraHistory
{
    public string? Id { get; init; }

    public JiraUser? Author { get; init; }

    public string? Created { get; init; }

    public List<JiraChange?>? Items { get; init; }
}

internal sealed record JiraChange
{
    public string? Field { get; init; }

    public string? FieldId { get; init; }

    /// <summary>The new value as people read it. The key really is <c>toString</c>.</summary>
    [JsonPropertyName("toString")]
    public string? NewValue { get; init; }
}
