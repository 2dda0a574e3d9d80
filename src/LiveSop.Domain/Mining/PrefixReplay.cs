namespace LiveSop.Domain.Mining;

/// <summary>Replays all prefixes of a log at once, keeping a few cheapest states for each.</summary>
internal sealed class PrefixReplay(ProcessTree tree, PrefixTree prefixes)
{
    private const int Width = 4;

    private readonly TreeRun run = new(tree, prefixes.Log.Activities.Count);
    private readonly (Bits State, int Cost)[] states = new (Bits, int)[prefixes.Nodes.Count * Width];
    private readonly int[] kept = new int[prefixes.Nodes.Count];
    private readonly int[] foreign = new int[prefixes.Nodes.Count];
    private readonly List<TreeRun.Way> ways = [];
    private readonly Dictionary<Bits, Bits> enabledActivities = [];

    public Quality Run()
    {
        long cost = 0, allowed = 0, escaping = 0;
        kept[0] = 1;
        for (var i = 0; i < prefixes.Nodes.Count; i++)
        {
            var node = prefixes.Nodes[i];
            if (i > 0) Extend(i, node);
            if (node.Ending > 0) cost += (long)node.Ending * CostToEnd(i);
            if (node.Cases == node.Ending || Cheapest(i) > 0) continue;
            var enabled = Enabled(i);
            allowed += (long)enabled.Count * (node.Cases - node.Ending);
            escaping += (long)(enabled.Count - node.Next.Count(enabled.Contains)) * (node.Cases - node.Ending);
        }
        var worst = prefixes.Log.Events + (long)prefixes.Log.Cases * run.Shortest;
        return new Quality(worst == 0 ? 1 : 1 - (double)cost / worst, allowed == 0 ? 1 : 1 - (double)escaping / allowed);
    }

    /// <summary>The states after one more event: done where the tree has it, added where it has not. An activity that the tree lacks changes nothing.</summary>
    private void Extend(int i, PrefixTree.Node node)
    {
        var from = node.Parent * Width;
        var leaves = run.LeavesOf(node.Activity);
        foreign[i] = foreign[node.Parent] + (leaves.Length == 0 ? 1 : 0);
        for (var k = from; k < from + kept[node.Parent]; k++)
        {
            var (state, cost) = states[k];
            if (leaves.Length == 0) Keep(i, state, cost);
            else Keep(i, state, cost + 1);
            ways.Clear();
            foreach (var leaf in leaves) run.Do(leaf, state, Worst(i) - cost, ways);
            foreach (var way in ways) Keep(i, way.State, cost + way.Skipped);
        }
    }

    private void Keep(int i, Bits state, int cost)
    {
        var (start, count) = (i * Width, kept[i]);
        var at = start;
        while (at < start + count && states[at].Cost <= cost && !states[at].State.Equals(state)) at++;
        if (at == start + Width || at < start + count && states[at].Cost <= cost) return;
        // Its dearer double, or else the last one, gives way.
        var gone = at;
        while (gone < start + count && !states[gone].State.Equals(state)) gone++;
        if (gone == start + Width) gone--;
        if (gone == start + count) kept[i]++;
        Array.Copy(states, at, states, at + 1, gone - at);
        states[at] = (state, cost);
    }

    private int Worst(int i) => kept[i] < Width ? int.MaxValue : states[i * Width + Width - 1].Cost - 1;

    private int Cheapest(int i) => states[i * Width].Cost;

    private int CostToEnd(int i)
    {
        var least = int.MaxValue;
        for (var k = i * Width; k < i * Width + kept[i]; k++) least = Math.Min(least, states[k].Cost + run.ToFinish(states[k].State));
        return least + foreign[i];
    }

    private Bits Enabled(int i)
    {
        var all = default(Bits);
        for (var k = i * Width; k < i * Width + kept[i] && states[k].Cost == 0; k++)
        {
            if (!enabledActivities.TryGetValue(states[k].State, out var enabled))
                enabledActivities[states[k].State] = enabled = Activities(run.Enabled(states[k].State));
            all |= enabled;
        }
        return all;
    }

    private Bits Activities(Bits leaves)
    {
        var activities = default(Bits);
        for (var leaf = 0; leaf < run.Leaves.Count; leaf++)
            if (leaves.Contains(leaf))
                activities |= Bits.Of(run.Leaves[leaf]);
        return activities;
    }
}
