using LiveSop.Bot.Slack;
using LiveSop.Domain.Matching;

namespace LiveSop.Bot.Storage.Runs;

/// <summary>A request that the bot looked at: what it took it for, what it showed of that, what people made of it.</summary>
internal sealed class MatchRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required ChannelId ChannelId { get; init; }

    /// <summary>The request's own message, which begins its thread.</summary>
    public required MessageTs Ts { get; init; }

    public required UserId RequesterId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required MatchState State { get; set; }

    /// <summary>What it is taken for; null where it is like nothing that is known.</summary>
    public SopId? SopId { get; set; }

    /// <summary>What else it may be.</summary>
    public SopId? NextSopId { get; set; }

    /// <summary>The chance that it is a case of <see cref="SopId"/>; 1 where a person said so.</summary>
    public double Confidence { get; set; }

    /// <summary>Why it was only whispered, or nothing was said: a name of <see cref="WhisperReason"/> or <see cref="SilenceReason"/>; null where it was posted.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset? ShownAt { get; set; }

    /// <summary>The key of the message that shows it, and how often that was changed; null where it was whispered, or nothing was said.</summary>
    public string? Card { get; set; }

    public int CardEdition { get; set; }

    /// <summary>When somebody but the requester first spoke in the thread.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When something is to be done about it by itself: responders to be told, or a snooze to end. Null where nothing is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>What people said of the match; null where they have not.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>Which procedure they said that it was not; another may have been chosen in its place.</summary>
    public SopId? RejectedSopId { get; set; }

    public UserId? VerdictBy { get; set; }

    public DateTimeOffset? VerdictAt { get; set; }
}

internal enum MatchState
{
    /// <summary>Nothing was said of it.</summary>
    Silent,

    /// <summary>Those who solve cases there were told, each alone.</summary>
    Whispered,

    /// <summary>Everybody there sees it.</summary>
    Posted,

    /// <summary>Folded up for a while.</summary>
    Snoozed,

    /// <summary>A run goes on, or is over.</summary>
    Started,

    /// <summary>People said that it was not this one, or the message changed or is gone.</summary>
    TakenBack,

    /// <summary>Nobody wants the bot in this thread.</summary>
    Stopped,
}

/// <summary>What people said of a match.</summary>
internal enum Verdict
{
    Confirmed,
    Rejected,
}
