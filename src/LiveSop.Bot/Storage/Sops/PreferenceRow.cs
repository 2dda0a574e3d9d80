using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>What somebody wants of the bot.</summary>
internal sealed class PreferenceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>Null where they have not said.</summary>
    public bool? WantsDigest { get; set; }

    /// <summary>In their own time zone; null for 9:00.</summary>
    public TimeOnly? DigestAt { get; set; }

    /// <summary>Their day of the last digest, sent or found to hold nothing.</summary>
    public DateOnly? DigestedOn { get; set; }
}

/// <summary>A file that somebody gave the bot.</summary>
internal sealed class ImportRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid ImportId { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>To which its evidence belongs; null until it was confirmed.</summary>
    public SpaceId? SpaceId { get; set; }

    /// <summary>As it was called, in one line.</summary>
    public required string Name { get; init; }

    public required ImportState State { get; set; }

    /// <summary>JSON; how it is to be read.</summary>
    public required string Columns { get; set; }

    /// <summary>The file itself, until its owner has discarded it, or it was learned from.</summary>
    public byte[]? Content { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum ImportState
{
    /// <summary>Shown to whoever brought it; nothing is mined from it yet.</summary>
    Offered,
    Confirmed,
    Discarded,
}
