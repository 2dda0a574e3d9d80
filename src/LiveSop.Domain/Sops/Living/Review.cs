using LiveSop.Domain.Audience;

namespace LiveSop.Domain.Sops.Living;

/// <summary>A draft at the moment when somebody decides on it.</summary>
/// <param name="IsOpen">Nobody has decided yet, and nothing has overtaken it.</param>
/// <param name="Revision">Counted up by every change.</param>
/// <param name="BaseVersion">The version that it changes; null where it would be the first.</param>
public sealed record DraftAtHand(bool IsOpen, int Revision, int? BaseVersion);

/// <summary>Whether a decision on a draft counts.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome() { }

    public sealed record Counts : ReviewOutcome;

    /// <summary>The draft, or its procedure, is not there any more, or not for whoever decides.</summary>
    public sealed record Gone : ReviewOutcome;

    public sealed record NotAllowed(Clearance.Refused Refused) : ReviewOutcome;

    /// <summary>Somebody was faster.</summary>
    public sealed record DecidedAlready : ReviewOutcome;

    /// <summary>It reads otherwise than what was looked at: nobody approves what they have not seen.</summary>
    public sealed record Changed : ReviewOutcome;

    /// <summary>Another version than the one that it changes is in force by now.</summary>
    public sealed record Overtaken(int? InForce) : ReviewOutcome;
}

public static class Review
{
    /// <param name="draft">Null where there is none.</param>
    /// <param name="seen">The revision that whoever decides was looking at.</param>
    /// <param name="inForce">The version in force; null before the first.</param>
    public static ReviewOutcome Decide(DraftAtHand? draft, int seen, Clearance clearance, int? inForce) => (draft, clearance) switch
    {
        (null, _) => new ReviewOutcome.Gone(),
        (_, Clearance.Refused refused) => new ReviewOutcome.NotAllowed(refused),
        ({ IsOpen: false }, _) => new ReviewOutcome.DecidedAlready(),
        ({ } one, _) when one.Revision != seen => new ReviewOutcome.Changed(),
        ({ } one, _) when one.BaseVersion != inForce => new ReviewOutcome.Overtaken(inForce),
        _ => new ReviewOutcome.Counts(),
    };
}
