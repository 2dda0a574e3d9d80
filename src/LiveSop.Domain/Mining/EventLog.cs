namespace LiveSop.Domain.Mining;

/// <summary>What happened in one or more cases, in the same order.</summary>
/// <param name="Trace">Indices into <see cref="EventLog.Activities"/>; may be empty.</param>
/// <param name="Count">How many cases; at least 1.</param>
public sealed record Variant(int[] Trace, int Count);

/// <summary>
/// Cases as traces of activities. Equal cases are kept once, with their number, and in lexicographic order,
/// so that a log is the same in whatever order its cases came.
/// </summary>
public sealed class EventLog
{
    /// <summary>Compares logs by their cases.</summary>
    internal static IEqualityComparer<EventLog> SameCases { get; } = EqualityComparer<EventLog>.Create(
        (a, b) => a!.Variants.Count == b!.Variants.Count && a.Variants.Zip(b.Variants).All(v => v.First.Count == v.Second.Count && v.First.Trace.AsSpan().SequenceEqual(v.Second.Trace)),
        log => HashCode.Combine(log.Cases, log.Events, log.Variants.Count, log.Variants.Count == 0 ? -1 : log.Variants[^1].Trace.FirstOrDefault(-1)));

    private EventLog(IReadOnlyList<string> activities, IReadOnlyList<Variant> variants)
    {
        Activities = activities;
        Variants = variants;
        Cases = variants.Sum(v => v.Count);
        Events = variants.Sum(v => v.Count * v.Trace.Length);
    }

    /// <summary>The names, by index. A part of a log keeps the names of the whole.</summary>
    public IReadOnlyList<string> Activities { get; }

    public IReadOnlyList<Variant> Variants { get; }

    public int Cases { get; }

    public int Events { get; }

    /// <summary>Names are numbered in ordinal order.</summary>
    public static EventLog From(IEnumerable<IEnumerable<string>> traces)
    {
        var cases = traces.Select(t => t.ToArray()).ToList();
        var names = cases.SelectMany(t => t).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var index = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        return From(names, cases.Select(t => Array.ConvertAll(t, name => index[name])));
    }

    /// <param name="traces">Of indices into <paramref name="activities"/>, one per case.</param>
    public static EventLog From(IReadOnlyList<string> activities, IEnumerable<int[]> traces) =>
        From(activities, traces.Select(t => new Variant(t, 1)));

    /// <param name="variants">In any order; equal traces are added up, those without a case left out.</param>
    public static EventLog From(IReadOnlyList<string> activities, IEnumerable<Variant> variants)
    {
        var sorted = variants.Where(v => v.Count > 0).ToList();
        sorted.Sort((a, b) => a.Trace.AsSpan().SequenceCompareTo(b.Trace));
        var merged = new List<Variant>(sorted.Count);
        foreach (var variant in sorted)
            if (merged.Count > 0 && merged[^1].Trace.AsSpan().SequenceEqual(variant.Trace))
                merged[^1] = merged[^1] with { Count = merged[^1].Count + variant.Count };
            else merged.Add(variant);
        return new EventLog(activities, merged);
    }

    /// <summary>Every trace replaced by something made of it.</summary>
    public EventLog Map(Func<int[], int[]> change) =>
        From(Activities, Variants.Select(v => v with { Trace = change(v.Trace) }));

    /// <summary>Every trace cut into any number of traces, each counting as a case.</summary>
    public EventLog Cut(Func<int[], IEnumerable<int[]>> pieces) =>
        From(Activities, Variants.SelectMany(v => pieces(v.Trace).Select(piece => v with { Trace = piece })));

    /// <summary>Only the events of these activities; no case is lost, some may become empty.</summary>
    public EventLog Keeping(Predicate<int> activity) => Map(trace => Array.FindAll(trace, activity));

    public EventLog Where(Func<Variant, bool> condition) => new(Activities, [.. Variants.Where(condition)]);

    /// <summary>Every <paramref name="step"/>th case, beginning with the one numbered <paramref name="first"/>, counted through the variants in order.</summary>
    public EventLog Every(int step, int first)
    {
        var (counts, seen) = (new List<Variant>(Variants.Count), 0);
        foreach (var variant in Variants)
        {
            int Before(int cases) => (cases - first + step - 1) / step;
            counts.Add(variant with { Count = Before(seen + variant.Count) - Before(seen) });
            seen += variant.Count;
        }
        return From(Activities, counts);
    }

    /// <summary>The activities that occur in this share of the cases or more; all that occur, for 0.</summary>
    public IReadOnlySet<int> InAtLeast(double share)
    {
        var cases = CasesWith();
        return Enumerable.Range(0, cases.Length).Where(a => cases[a] > 0 && cases[a] >= share * Cases).ToHashSet();
    }

    /// <summary>By activity, the number of cases in which it occurs.</summary>
    public int[] CasesWith()
    {
        var cases = new int[Activities.Count];
        foreach (var variant in Variants)
            foreach (var activity in variant.Trace.Distinct())
                cases[activity] += variant.Count;
        return cases;
    }
}
