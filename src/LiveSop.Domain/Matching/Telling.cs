namespace LiveSop.Domain.Matching;

/// <summary>What decides whether, and to whom, a match is shown.</summary>
public sealed record TellingFacts
{
    public required Match Match { get; init; }

    /// <summary>Nobody wants to be told in this channel.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>A person has answered already.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>It was heard so late that whoever asked has gone on.</summary>
    public bool IsLate { get; init; }

    /// <summary>People said three times in a row that it was not this procedure.</summary>
    public bool IsMuted { get; init; }

    /// <summary>The same person asked the same a moment ago, and was shown it.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Enough cases of the procedure were confirmed by people.</summary>
    public bool IsTried { get; init; }

    /// <summary>Guests or people of other companies read along, and no admin has opened the channel.</summary>
    public bool HasOutsiders { get; init; }

    /// <summary>Whoever reads the channel may read the procedure.</summary>
    public bool MayAllRead { get; init; }

    /// <summary>The channel was shown enough for this hour.</summary>
    public bool IsOverBudget { get; init; }
}

/// <summary>Whether a match is shown.</summary>
public abstract record Telling
{
    private Telling() { }

    /// <summary>To everybody in the channel, in the request's thread.</summary>
    public sealed record Posted : Telling;

    /// <summary>To those who solve cases there, each alone.</summary>
    public sealed record Whispered(WhisperReason Why) : Telling;

    public sealed record Nothing(SilenceReason Why) : Telling;

    /// <summary>Silence goes before everything, and a whisper before a post.</summary>
    public static Telling Of(TellingFacts facts) => facts switch
    {
        { Match: Match.None } => new Nothing(SilenceReason.NothingAlike),
        { IsQuiet: true } => new Nothing(SilenceReason.QuietChannel),
        { IsAnswered: true } => new Nothing(SilenceReason.Answered),
        { IsLate: true } => new Nothing(SilenceReason.Late),
        { IsMuted: true } => new Nothing(SilenceReason.Muted),
        { IsRepeated: true } => new Nothing(SilenceReason.Repeated),
        { IsOverBudget: true } => new Nothing(SilenceReason.OverBudget),
        { Match: Match.Ambiguous } => new Whispered(WhisperReason.Unsure),
        { HasOutsiders: true } => new Whispered(WhisperReason.Outsiders),
        { MayAllRead: false } => new Whispered(WhisperReason.NotForAll),
        { IsTried: false } => new Whispered(WhisperReason.Untried),
        _ => new Posted(),
    };
}

/// <summary>Why only those who solve cases are told.</summary>
public enum WhisperReason
{
    Unsure,
    Outsiders,

    /// <summary>Some who read the channel may not read the procedure.</summary>
    NotForAll,

    /// <summary>Too few cases of the procedure were confirmed by people so far.</summary>
    Untried,
}

/// <summary>Why nobody is told.</summary>
public enum SilenceReason
{
    NothingAlike,
    QuietChannel,
    Answered,
    Late,
    Muted,
    Repeated,
    OverBudget,
}
