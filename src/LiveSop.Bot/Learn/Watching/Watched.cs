using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Drift;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Watching;

/// <summary>What the cases of one procedure show: those before its version in force, and those since. A pure function of what was read.</summary>
/// <param name="Mined">What all of them have in common.</param>
internal sealed record Watched(Procedure Procedure, DiscoveredSop Mined, StepMatch Match, IReadOnlyList<SolvedCase> Before, IReadOnlyList<SolvedCase> Since)
{
    /// <summary>What was usual is told by so many of the latest cases; more would let what is new drown.</summary>
    private const int MostBefore = 60;

    private const int MostSince = 300;

    /// <param name="cases">Of the procedure's kind, solved.</param>
    /// <param name="usualFrom">What happened earlier tells nothing of what is usual under this version.</param>
    /// <returns>Null where nothing recurs in them, or nothing was solved since.</returns>
    public static Watched? Of(Procedure procedure, IReadOnlyList<EvidenceRow> evidence, IReadOnlyList<Incident> cases, DateTimeOffset usualFrom, DateTimeOffset inForceSince)
    {
        var before = cases.Where(one => one.StartedAt < inForceSince && one.StartedAt >= usualFrom).OrderBy(one => one.StartedAt).TakeLast(MostBefore).ToList();
        var since = cases.Where(one => one.StartedAt >= inForceSince).OrderBy(one => one.Messages[^1].At).ThenBy(one => one.Id, StringComparer.Ordinal).TakeLast(MostSince).ToList();
        if (since.Count == 0 || OneFamily.Of([.. before, .. since]) is not { } mined) return null;
        var solved = mined.Solved.ToDictionary(one => one.Id, StringComparer.Ordinal);
        return new(procedure, mined, StepMatch.Of(procedure, evidence, mined.Sop), [.. before.Select(one => solved[one.Id])], [.. since.Select(one => solved[one.Id])]);
    }

    public DriftState Look(IReadOnlyList<DriftDecision> decisions) => DriftWatch.Look(Procedure.ToTree(), [.. Before.Select(Trace)], [.. Since.Select(Trace)], decisions);

    /// <summary>A step by its id, a deed that is none by <c>+</c> and its words.</summary>
    public string Name(int number) => number < Procedure.Steps.Count ? Procedure.Steps[number].Id : $"+{Match.Others[number - Procedure.Steps.Count].Title}";

    public int? Number(string name)
    {
        for (var number = 0; number < Procedure.Steps.Count + Match.Others.Count; number++)
            if (Name(number) == name) return number;
        return null;
    }

    private CaseTrace Trace(SolvedCase one) => new(one.Id, [.. one.Steps.Select(Match.Number)]);
}
