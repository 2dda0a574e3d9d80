using LiveSop.Domain.Activities;

namespace LiveSop.Domain.Sops.Drafting;

/// <summary>
/// Chooses which successions are drawn. Every step is joined with the one that it most strongly leads to and the one that most strongly
/// leads to it (the all-tasks-connected heuristic of Weijters, van der Aalst, Alves de Medeiros: Process Mining with the HeuristicsMiner, 2006),
/// strength being the cases with the succession over the geometric mean of the cases with either step, so that a frequent step
/// does not draw everything to itself.
/// </summary>
internal static class SuccessionDrawing
{
    /// <summary>Of the cases with the first step.</summary>
    private const double LeastShare = 0.1;

    /// <param name="traces">One per case.</param>
    /// <param name="returns">Ways back are drawn too, as befits deeds that were recorded; in talk they are mostly somebody coming back to a point.</param>
    public static IReadOnlyList<Succession> Of(IReadOnlyList<IReadOnlyList<TraceEvent>> traces, bool returns)
    {
        var cases = traces.SelectMany(trace => trace.Select(step => step.Activity).Distinct()).CountBy(activity => activity).ToDictionary();
        var seen = Count(traces);
        var strong = seen.Values
            .Where(s => (returns || s.Cases > Reverse(seen, s)) && s.Cases >= LeastShare * cases[s.From])
            .Select(s => (Succession: s, Strength: s.Cases / Math.Sqrt((double)cases[s.From] * cases[s.To])))
            .OrderByDescending(s => s.Strength).ThenBy(s => s.Succession.From).ThenBy(s => s.Succession.To).ToList();
        return [.. strong.DistinctBy(s => s.Succession.From).Concat(strong.DistinctBy(s => s.Succession.To))
            .Select(s => s.Succession).Distinct().OrderBy(s => s.From).ThenBy(s => s.To)];
    }

    private static int Reverse(Dictionary<(int, int), Succession> seen, Succession s) => seen.TryGetValue((s.To, s.From), out var back) ? back.Cases : 0;

    private static Dictionary<(int, int), Succession> Count(IReadOnlyList<IReadOnlyList<TraceEvent>> traces)
    {
        var seen = new Dictionary<(int, int), Succession>();
        foreach (var trace in traces)
            foreach (var times in trace.Zip(trace.Skip(1)).GroupBy(pair => (pair.First.Activity, pair.Second.Activity)))
            {
                var before = seen.GetValueOrDefault(times.Key, new(times.Key.Item1, times.Key.Item2, 0, DateTimeOffset.MinValue));
                var last = times.Max(pair => pair.Second.Message.At);
                seen[times.Key] = before with { Cases = before.Cases + 1, LastSeen = last > before.LastSeen ? last : before.LastSeen };
            }
        return seen;
    }
}

/// <summary>One activity directly followed by another, in this many cases.</summary>
internal sealed record Succession(int From, int To, int Cases, DateTimeOffset LastSeen);
