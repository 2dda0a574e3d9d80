using LiveSop.Domain.Activities;

namespace LiveSop.Domain.Sops.Drafting;

/// <summary>
/// Chooses which successions are drawn. Every step is joined with the one that it most strongly leads to and the one that most strongly
/// leads to it (the all-tasks-connected heuristic of Weijters, van der Aalst, Alves de Medeiros: Process Mining with the HeuristicsMiner, 2006),
/// strength being the cases with the succession over the geometric mean of the cases with either step, so that a frequent step
/// does not draw everything to itself. What goes more often the other way round is not drawn.
/// </summary>
internal static class SuccessionDrawing
{
    /// <summary>Of the cases with the first step.</summary>
    private const double LeastShare = 0.1;

    /// <param name="traces">One per case.</param>
    public static IReadOnlyList<Succession> Of(IReadOnlyList<IReadOnlyList<TraceEvent>> traces)
    {
        var firsts = traces.Select(trace => trace.DistinctBy(step => step.Activity).ToList()).ToList();
        var cases = firsts.SelectMany(trace => trace.Select(step => step.Activity)).CountBy(activity => activity).ToDictionary();
        var seen = Count(firsts);
        var strong = seen.Values
            .Where(s => s.Cases > Reverse(seen, s) && s.Cases >= LeastShare * cases[s.From])
            .Select(s => (Succession: s, Strength: s.Cases / Math.Sqrt((double)cases[s.From] * cases[s.To])))
            .OrderByDescending(s => s.Strength).ThenBy(s => s.Succession.From).ThenBy(s => s.Succession.To).ToList();
        return [.. strong.DistinctBy(s => s.Succession.From).Concat(strong.DistinctBy(s => s.Succession.To))
            .Select(s => s.Succession).Distinct().OrderBy(s => s.From).ThenBy(s => s.To)];
    }

    private static int Reverse(Dictionary<(int, int), Succession> seen, Succession s) => seen.TryGetValue((s.To, s.From), out var back) ? back.Cases : 0;

    private static Dictionary<(int, int), Succession> Count(List<List<TraceEvent>> traces)
    {
        var seen = new Dictionary<(int, int), Succession>();
        foreach (var (first, next) in traces.SelectMany(trace => trace.Zip(trace.Skip(1))))
        {
            var before = seen.GetValueOrDefault((first.Activity, next.Activity), new(first.Activity, next.Activity, 0, DateTimeOffset.MinValue));
            seen[(first.Activity, next.Activity)] = before with { Cases = before.Cases + 1, LastSeen = next.Message.At > before.LastSeen ? next.Message.At : before.LastSeen };
        }
        return seen;
    }
}

/// <summary>One activity followed by another, between their first occurrences in a case.</summary>
internal sealed record Succession(int From, int To, int Cases, DateTimeOffset LastSeen);
