using LiveSop.Bot.Slack;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>A team's area inside a workspace. One is the default: whatever belongs to no other belongs there.</summary>
internal sealed class SpaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SpaceId SpaceId { get; init; }

    public required string Name { get; set; }

    public required bool IsDefault { get; init; }

    /// <summary>Messages of its channels are forgotten after so many days; null for never.</summary>
    public int? RetentionDays { get; set; }

    /// <summary>In which language its channels speak, as ISO 639-1 has it (<c>en</c>); null to be told by what is said.</summary>
    public string? Language { get; set; }

    /// <summary>A request that nobody answers is shown to responders after so many minutes; null for the usual, 0 for never.</summary>
    public int? AnswerMinutes { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A channel belongs to one space; without a row, to the default one.</summary>
internal sealed class SpaceChannelRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public required SpaceId SpaceId { get; set; }
}

/// <summary>What somebody is in a space. Without a row a member is a viewer of the default space, and nobody anywhere else.</summary>
internal sealed class SpaceRoleRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SpaceId SpaceId { get; init; }

    public required UserId UserId { get; init; }

    public required Role Role { get; set; }

    public required UserId GrantedBy { get; set; }

    public required DateTimeOffset GrantedAt { get; set; }
}
