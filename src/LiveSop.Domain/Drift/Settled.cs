namespace LiveSop.Domain.Drift;

/// <summary>
/// What a decision about a place asks of new evidence: only cases after it count, the bets must pay more, and no fewer cases may stand behind it than did
/// (after a rejection, twice as many).
/// </summary>
/// <param name="From">The first live case that counts.</param>
/// <param name="Usual">Which live cases tell, as the baseline does or in its place, what is usual: from, to before.</param>
/// <param name="KeepsBaseline">The baseline still tells, too. After an accepted edit only what people do since then does.</param>
internal sealed record Settled(int From, int Support, double Surcharge, (int From, int To) Usual, bool KeepsBaseline)
{
    public static Settled Nothing { get; } = new(0, 0, 1, (0, 0), true);

    public static Settled Of(Place place, IReadOnlyList<CaseTrace> live, IReadOnlyList<DriftDecision> decisions)
    {
        var last = decisions.LastOrDefault(one => Concerns(one, place));
        if (last is null) return Nothing;
        var known = Positions(last, live);
        var (first, next) = known.Count == 0 ? (0, 0) : (known.Min(), known.Max() + 1);
        return last.Verdict == Verdict.Accepted
            ? new Settled(next, last.Cases.Count, Demands.Again, (first, next), false)
            : new Settled(next, 2 * last.Cases.Count, Demands.Again, (0, first), true);
    }

    /// <summary>A rejection is about one deviation; an accepted edit changes all that can be said of its step.</summary>
    private static bool Concerns(DriftDecision decision, Place place) =>
        decision.Verdict == Verdict.Accepted ? place.IsAbout(decision.Deviation.Subject) : place.IsOf(decision.Deviation);

    private static List<int> Positions(DriftDecision decision, IReadOnlyList<CaseTrace> live)
    {
        var cases = decision.Cases.ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, live.Count).Where(i => cases.Contains(live[i].Id))];
    }
}
