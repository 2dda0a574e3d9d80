using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>
/// What was done in one case, seen from its tree. A step that was done somewhere was not skipped, and one that was skipped in one place and added in another
/// was moved: its order tells of it, nothing else. So no deviation is counted twice.
/// </summary>
internal sealed class Deeds
{
    private readonly Dictionary<int, int> firsts = [];
    private readonly HashSet<int> skipped = [];
    private readonly HashSet<int> missed = [];
    private readonly HashSet<int> added;
    private readonly bool[] done;
    private readonly TreePlan plan;

    public Deeds(IReadOnlyList<int> trace, Alignment alignment, TreePlan plan)
    {
        this.plan = plan;
        done = new bool[plan.Leaves.Count];
        for (var i = 0; i < trace.Count; i++) firsts.TryAdd(trace[i], i);
        foreach (var move in alignment.Moves.OfType<Move.Done>()) done[move.Leaf] = true;
        added = [.. alignment.Moves.OfType<Move.Added>().Select(move => move.Activity)];
        foreach (var move in alignment.Moves.OfType<Move.Skipped>()) Skip(move.Leaf);
    }

    public bool Did(int step) => firsts.ContainsKey(step);

    public bool Skipped(int step) => skipped.Contains(step);

    public bool Added(int activity) => added.Contains(activity) && !missed.Contains(activity);

    public Sign Order(int first, int second) =>
        !firsts.TryGetValue(first, out var a) || !firsts.TryGetValue(second, out var b) ? Sign.Absent : b < a ? Sign.Yes : Sign.No;

    public Sign Took(Branch branch)
    {
        var arm = plan.Arms.First(known => known.Branch == branch);
        if (arm.Inside?.IsTouched(done) == false) return Sign.Absent;
        if (arm.Own.IsTouched(done)) return Sign.Yes;
        return branch.Optional || arm.Choice.IsTouched(done) ? Sign.No : Sign.Absent;
    }

    /// <summary>Where no branch of a choice was taken, which of them was skipped is a guess of the alignment: one that was done elsewhere was the one.</summary>
    private void Skip(int leaf)
    {
        var arm = plan.Around(leaf);
        IEnumerable<int> meant = arm is null || arm.Own.IsTouched(done) ? [plan.Leaves[leaf]]
            : plan.Leaves.Skip(arm.Choice.From).Take(arm.Choice.Count);
        missed.UnionWith(meant);
        if (!meant.Any(Did)) skipped.Add(plan.Leaves[leaf]);
    }
}
