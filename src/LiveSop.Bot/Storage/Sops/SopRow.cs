using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>A procedure through all its versions.</summary>
internal sealed class SopRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SopId SopId { get; init; }

    /// <summary>By which people name it; counted from 1 in each workspace, never used again.</summary>
    public required int Number { get; init; }

    public required SpaceId SpaceId { get; set; }

    /// <summary>Of the version in force, else of the draft.</summary>
    public required string Title { get; set; }

    public required SopState State { get; set; }

    /// <summary>The version in force; null before the first approval.</summary>
    public int? Version { get; set; }

    public required SopAudience Audience { get; set; }

    /// <summary>Since when it is not shown by itself, after people said again and again that a case was none of it; null while it is.</summary>
    public DateTimeOffset? MutedAt { get; set; }

    /// <summary>When somebody last let it be shown again; what people said before counts no more. Null where nobody had to.</summary>
    public DateTimeOffset? UnmutedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal enum SopState
{
    /// <summary>Nobody has approved it yet.</summary>
    Draft,
    Published,

    /// <summary>Out of use; its versions stay.</summary>
    Retired,

    /// <summary>Its only draft was rejected. It stays so that the same is not found again.</summary>
    Rejected,
}

/// <summary>Who may read it. Evidence is always shown to those alone who may read where it comes from.</summary>
internal enum SopAudience
{
    /// <summary>Whoever may read all that it was mined from.</summary>
    Sources,

    /// <summary>Whoever has a role in its space.</summary>
    Space,

    /// <summary>Every member of the workspace.</summary>
    Workspace,
}

/// <summary>What a procedure was mined from.</summary>
internal sealed class SopSourceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SopId SopId { get; init; }

    public required EvidencePlace Place { get; init; }
}

/// <summary>What was approved: never changed afterwards.</summary>
internal sealed class SopVersionRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SopId SopId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The procedure: a stored format that carries its version.</summary>
    public required string Body { get; init; }

    /// <summary>Of the version before it, for a person to read; null for the first.</summary>
    public string? Summary { get; init; }

    /// <summary>As whoever approved it put it; null where they said nothing.</summary>
    public string? Why { get; init; }

    public required UserId ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    public required DraftId DraftId { get; init; }
}
