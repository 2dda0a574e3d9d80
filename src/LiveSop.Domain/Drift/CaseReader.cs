using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>What a case shows at a place.</summary>
internal enum Sign : byte { Absent, No, Yes }

/// <summary>Reads off cases what they show at each place of a tree. Equal traces are aligned once.</summary>
internal sealed class CaseReader
{
    private readonly TreePlan plan;
    private readonly Replay replay;
    private readonly Dictionary<string, Sign[]> known = [];

    /// <param name="activities">How many there are, steps included.</param>
    public CaseReader(ProcessTree tree, int activities)
    {
        plan = new TreePlan(tree);
        replay = new Replay(tree, activities);
        Places =
        [
            .. plan.Demanded.Order().Select(step => new Place.Skip(step)),
            .. Enumerable.Range(0, activities).Select(activity => new Place.Addition(activity)),
            .. plan.Ordered.Order().Select(pair => new Place.Order(pair.First, pair.Second)),
            .. plan.Arms.Where(IsTelling).Select(arm => new Place.Take(arm.Branch)),
        ];
    }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>By place.</summary>
    public Sign[] Read(CaseTrace trace)
    {
        var key = string.Join(',', trace.Activities);
        if (!known.TryGetValue(key, out var signs)) known[key] = signs = Read(new Deeds(trace.Activities, replay.Align(trace.Activities), plan));
        return signs;
    }

    /// <summary>Of two branches the one says all of the other.</summary>
    private bool IsTelling(TreePlan.Arm arm) =>
        arm.Branch.Optional || arm.Own.From == arm.Choice.From || plan.Arms.Count(other => other.Choice == arm.Choice) > 2;

    private Sign[] Read(Deeds deeds)
    {
        var signs = new Sign[Places.Count];
        for (var i = 0; i < signs.Length; i++)
            signs[i] = Places[i] switch
            {
                Place.Skip skip => deeds.Did(skip.Step) ? Sign.No : deeds.Skipped(skip.Step) ? Sign.Yes : Sign.Absent,
                Place.Addition addition => deeds.Added(addition.Activity) ? Sign.Yes : Sign.No,
                Place.Order order => deeds.Order(order.First, order.Second),
                Place.Take take => deeds.Took(take.Branch),
                _ => Sign.Absent,
            };
        return signs;
    }
}
