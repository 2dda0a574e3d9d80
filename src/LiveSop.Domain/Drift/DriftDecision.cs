namespace LiveSop.Domain.Drift;

public enum Verdict { Accepted, Rejected }

/// <summary>What people said of one edit of a proposed revision.</summary>
/// <param name="Cases">The ids that stood behind it then (<see cref="Reason.Cases"/>). They say when it was decided, and on how much; some may be gone since.</param>
public sealed record DriftDecision(Deviation Deviation, Verdict Verdict, IReadOnlyList<string> Cases);
