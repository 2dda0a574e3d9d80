using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>
/// Finds what responders do in the incidents of one family, without any vocabulary given: many states of a hidden Markov model first,
/// then those joined that are one activity, then those left out that are too rare or hold together too loosely to be a step.
/// </summary>
public static class ActivityMiner
{
    private const int MostStates = 32;
    private const int TurnsPerState = 7;
    private const int Seed = 1;

    /// <summary>A step is part of the procedure from this share of the cases on.</summary>
    private const double LeastShare = 0.1;

    private const int FewestCases = 2;

    /// <summary>Against the median state: below this, a state is a drawer for odds and ends.</summary>
    private const double LeastHold = 0.3;

    /// <param name="incidents">Of one family; at least one.</param>
    /// <param name="read">What each message reads as, by the <paramref name="reader"/>.</param>
    public static ActivityTraces Mine(IReadOnlyList<Incident> incidents, Func<Message, Reading> read, Reader reader)
    {
        var turns = incidents.Select(Turn.Of).ToList();
        var all = turns.SelectMany(of => of).ToList();
        var ranges = Ranges(turns);
        var features = TurnFeatures.Of(all, read, reader);
        var states = Math.Clamp(all.Count / TurnsPerState, 1, MostStates);
        var groups = all.Count == 0 ? [] : HiddenMarkov.Fit(features.All, ranges, features.Terms, SeedGroups.Of(features.Own, features.Terms, states, Seed), states);
        var joined = new StateJoiner(features, ranges).Join(groups, states);
        var kept = Kept(joined, states, ranges, features, Fewest(incidents.Count));
        return Assembly.Of(incidents, all, joined, kept, features);
    }

    internal static int Fewest(int incidents) => Math.Max(Math.Min(FewestCases, incidents), (int)Math.Ceiling(LeastShare * incidents));

    private static List<Range> Ranges(List<IReadOnlyList<Turn>> turns)
    {
        var (ranges, start) = (new List<Range>(), 0);
        foreach (var of in turns.Where(of => of.Count > 0))
        {
            ranges.Add(start..(start + of.Count));
            start += of.Count;
        }
        return ranges;
    }

    private static HashSet<int> Kept(int[] states, int count, List<Range> cases, TurnFeatures features, int fewest)
    {
        var frequent = cases.SelectMany(of => states[of].Distinct()).CountBy(s => s).Where(s => s.Value >= fewest).Select(s => s.Key).Order().ToArray();
        if (frequent.Length == 0) return [];
        var likeness = new Likeness(features.Own, states, features.Terms, count);
        var hold = Array.ConvertAll(frequent, likeness.Within);
        var median = hold.Order().ElementAt(hold.Length / 2);
        return [.. frequent.Where(state => likeness.Within(state) >= LeastHold * median)];
    }
}
