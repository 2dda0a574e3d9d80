namespace LiveSop.Domain.Mining;

/// <summary>
/// Replays all prefixes of a log at once, keeping a few cheapest states for each. Greedy where it need not matter: an event that a state
/// foresees is done there. What follows a state is worked out once.
/// </summary>
internal sealed class PrefixReplay(PrefixTree prefixes)
{
    private const int Width = 3;
    private const int MostSkipped = 50;
    private const int Deviation = 1 << 12;
    private const int Ambiguity = 1;

    private readonly Dictionary<Bits, int> ids = [];
    private readonly List<(Bits State, Bits Enabled, int ToFinish)> states = [];
    private readonly Dictionary<(int State, int Activity), (int Start, int End)> known = [];
    private readonly List<(int State, int Cost)> steps = [];
    private readonly (int State, int Cost)[] reached = new (int, int)[prefixes.Nodes.Count * Width];
    private readonly int[] kept = new int[prefixes.Nodes.Count];
    private readonly int[] foreign = new int[prefixes.Nodes.Count];
    private readonly List<TreeRun.Way> ways = [];
    private TreeRun run = new(ProcessTree.Silent, 0);
    private bool wary;

    /// <param name="wary">
    /// For choosing between trees. Precision looks at prefixes that do not fit, too: else a tree that misfits early would hide what it allows later.
    /// And it is held against a tree where an activity stands twice and silent steps lead to it: neither a reader nor token replay can tell which is meant.
    /// </param>
    public Quality Run(ProcessTree tree, bool wary = false)
    {
        (run, this.wary) = (new TreeRun(tree, prefixes.Log.Activities.Count), wary);
        ids.Clear();
        states.Clear();
        known.Clear();
        steps.Clear();
        Array.Clear(kept);
        return Measure();
    }

    private Quality Measure()
    {
        long cost = 0, allowed = 0, escaping = 0;
        Keep(0, Id(default), 0);
        for (var i = 0; i < prefixes.Nodes.Count; i++)
        {
            var node = prefixes.Nodes[i];
            if (i > 0) Extend(i, node);
            if (node.Ending > 0) cost += (long)node.Ending * CostToEnd(i);
            if (node.Cases == node.Ending || !wary && reached[i * Width].Cost >= Deviation) continue;
            var enabled = Enabled(i);
            allowed += (long)enabled.Count * (node.Cases - node.Ending);
            escaping += (long)(enabled.Count - node.Next.Count(enabled.Contains)) * (node.Cases - node.Ending);
        }
        var worst = prefixes.Log.Events + (long)prefixes.Log.Cases * run.Shortest;
        return new Quality(worst == 0 ? 1 : 1 - (double)cost / worst, allowed == 0 ? 1 : 1 - (double)escaping / allowed);
    }

    /// <summary>The states after one more event. An activity that the tree lacks changes nothing but the cost.</summary>
    private void Extend(int i, PrefixTree.Node node)
    {
        var from = node.Parent * Width;
        var lacking = run.LeavesOf(node.Activity).Length == 0;
        foreign[i] = foreign[node.Parent] + (lacking ? 1 : 0);
        for (var k = from; k < from + kept[node.Parent]; k++)
        {
            var (state, cost) = reached[k];
            if (lacking)
            {
                Keep(i, state, cost);
                continue;
            }
            var (start, end) = Steps(state, node.Activity);
            for (var s = start; s < end; s++) Keep(i, steps[s].State, cost + steps[s].Cost);
        }
    }

    /// <summary>Where in <see cref="steps"/> stand doing the activity by each of its leaves and, unless one is foreseen, taking it as added.</summary>
    private (int Start, int End) Steps(int state, int activity)
    {
        if (known.TryGetValue((state, activity), out var range)) return range;
        ways.Clear();
        var leaves = run.LeavesOf(activity);
        foreach (var leaf in leaves) run.Do(leaf, states[state].State, MostSkipped, ways);
        var repeated = wary && leaves.Length > 1;
        var (start, foreseen) = (steps.Count, false);
        foreach (var way in ways)
        {
            foreseen |= way.Skipped == 0;
            steps.Add((Id(way.State), Deviation * way.Skipped + (repeated && way.Silent ? Ambiguity : 0)));
        }
        if (!foreseen) steps.Add((state, Deviation));
        return known[(state, activity)] = (start, steps.Count);
    }

    private int Id(Bits state)
    {
        if (ids.TryGetValue(state, out var id)) return id;
        states.Add((state, Activities(run.Enabled(state)), run.ToFinish(state)));
        return ids[state] = states.Count - 1;
    }

    /// <summary>In order of cost, each state once.</summary>
    private void Keep(int i, int state, int cost)
    {
        var best = reached.AsSpan(i * Width, Width);
        var (at, last) = (0, kept[i]);
        while (at < last && best[at].Cost <= cost && best[at].State != state) at++;
        if (at == Width || at < last && best[at].Cost <= cost) return;
        // Its dearer double, or else the last one, gives way.
        var gone = at;
        while (gone < last && best[gone].State != state) gone++;
        if (gone == last && last < Width) kept[i]++;
        gone = Math.Min(gone, Width - 1);
        best[at..gone].CopyTo(best[(at + 1)..]);
        best[at] = (state, cost);
    }

    private int CostToEnd(int i)
    {
        var least = int.MaxValue;
        foreach (var (state, cost) in reached.AsSpan(i * Width, kept[i]))
            least = Math.Min(least, cost / Deviation + cost % Deviation + states[state].ToFinish);
        return least + foreign[i];
    }

    private Bits Enabled(int i)
    {
        var all = default(Bits);
        foreach (var (state, cost) in reached.AsSpan(i * Width, kept[i]))
            if (cost / Deviation == reached[i * Width].Cost / Deviation)
                all |= states[state].Enabled;
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
