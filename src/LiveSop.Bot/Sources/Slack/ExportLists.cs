using System.Text.Json;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>An item of channels.json, groups.json, mpims.json or dms.json.</summary>
internal sealed record ExportChannel
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public JsonElement PreviousNames { get; init; }
}

/// <summary>An item of users.json or org_users.json.</summary>
internal sealed record ExportUser
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    public bool IsBot { get; init; }

    public JsonElement Profile { get; init; }
}
