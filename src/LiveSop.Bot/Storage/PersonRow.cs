using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>Somebody in a workspace, as Slack last told. Who is not here, or is deleted, reads nothing that quotes anyone.</summary>
internal sealed class PersonRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required UserId UserId { get; init; }

    public required string Name { get; set; }

    public required string RealName { get; set; }

    public string? Title { get; set; }

    /// <summary>An IANA zone.</summary>
    public string? TimeZone { get; set; }

    public required Standing Standing { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsOwner { get; set; }

    public bool IsDeleted { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>What somebody is to the workspace. Only a member reads public channels that they have not joined.</summary>
internal enum Standing
{
    Member,
    Guest,
    SingleChannelGuest,

    /// <summary>Of another workspace, met in a shared channel.</summary>
    External,
    App,
}
