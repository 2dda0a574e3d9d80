using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>Finds the spot where a step or activity fits some cases best.</summary>
internal sealed class TreeFit(int activities, IReadOnlyList<IReadOnlyList<int>> traces)
{
    /// <summary>Deviations of all cases from the tree.</summary>
    /// <param name="limit">Counting may stop there.</param>
    public int Cost(ProcessTree tree, int limit = int.MaxValue)
    {
        var (replay, costs, sum) = (new Replay(tree, activities), new Dictionary<string, int>(), 0);
        foreach (var trace in traces)
        {
            var key = string.Join(',', trace);
            if (!costs.TryGetValue(key, out var cost)) costs[key] = cost = replay.Align(trace).Cost;
            sum += cost;
            if (sum >= limit) break;
        }
        return sum;
    }

    /// <summary>The first of the spots of least cost.</summary>
    /// <param name="spots">Where the tree has them.</param>
    public (Spot Spot, int Cost) Best(ProcessTree tree, IEnumerable<Spot> spots, Func<Spot, RevisionEdit> edit)
    {
        var (best, least) = (Spot.Start, int.MaxValue);
        foreach (var spot in spots)
        {
            var cost = Cost(tree.Apply(edit(spot)), least);
            if (cost < least) (best, least) = (spot, cost);
        }
        return (best, least);
    }
}
