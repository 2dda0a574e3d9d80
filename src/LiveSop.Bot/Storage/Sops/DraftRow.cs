using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>What is proposed as the next version of a procedure.</summary>
internal sealed class DraftRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required DraftId DraftId { get; init; }

    public required SopId SopId { get; init; }

    public required DraftKind Kind { get; init; }

    public required DraftState State { get; set; }

    /// <summary>The version that it would replace; null where it would be the first.</summary>
    public int? BaseVersion { get; set; }

    /// <summary>Counted up by every change of <see cref="Body"/>: whoever saves says which they began with.</summary>
    public required int Revision { get; set; }

    /// <summary>The procedure: a stored format that carries its version.</summary>
    public required string Body { get; set; }

    /// <summary>Why it was made, in words for a person: what drifted, what somebody wants. Null where the kind says all.</summary>
    public string? Reason { get; set; }

    /// <summary>JSON; of a revision that drift proposes, what it was that changed. Null otherwise.</summary>
    public string? Drift { get; set; }

    /// <summary>Null where nobody did but the bot.</summary>
    public UserId? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who changed the body last; null where nobody did but the bot.</summary>
    public UserId? EditedBy { get; set; }

    public UserId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>As whoever decided put it.</summary>
    public string? DecidedWhy { get; set; }
}

internal enum DraftKind
{
    /// <summary>Found in how a kind of case was solved again and again.</summary>
    Mined,

    /// <summary>One thread that somebody saved.</summary>
    Captured,

    /// <summary>A page that somebody brought.</summary>
    Imported,

    /// <summary>What live cases changed in a version.</summary>
    Revision,

    /// <summary>What somebody wants changed in a version.</summary>
    Edited,

    /// <summary>An earlier version again.</summary>
    Restored,
}

internal enum DraftState
{
    /// <summary>On the list of candidates: nobody has been asked to decide yet.</summary>
    Found,

    /// <summary>Approvers were asked.</summary>
    Waiting,
    Approved,
    Rejected,

    /// <summary>Overtaken: by another version, or because what it was made from is gone.</summary>
    Withdrawn,
}

/// <summary>What somebody is typing into a draft: kept until it is saved or thrown away, so that nothing typed is lost.</summary>
internal sealed class EditRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required DraftId DraftId { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>The draft's revision that it began with.</summary>
    public required int BaseRevision { get; set; }

    /// <summary>The procedure as it was then.</summary>
    public required string Base { get; set; }

    public required string Body { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A message of ours that asks somebody to decide on a draft; all of a draft's are edited when one of them has.</summary>
internal sealed class ReviewCardRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Of the effect that posted it.</summary>
    public required string Key { get; init; }

    public required DraftId DraftId { get; init; }

    public required UserId UserId { get; init; }
}
