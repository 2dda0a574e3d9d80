namespace LiveSop.Domain.Mining;

/// <summary>
/// Aligns traces with a tree at least cost: one for every event added and every step skipped (Adriansyah: Aligning Observed and Modeled Behavior, 2014).
/// As <see cref="TreeRun"/> skips only what a next event or the end needs, states need comparing only between events, and the search is event by event.
/// </summary>
public sealed class Replay
{
    /// <summary>States kept per event: first few, for a bound, then as many as are needed, within reason.</summary>
    private static readonly int[] Widths = [8, 2_000];

    private readonly TreeRun run;

    /// <param name="activities">How many there are; events and leaves are numbered below it.</param>
    public Replay(ProcessTree tree, int activities) => run = new TreeRun(tree, activities);

    /// <summary>Visible steps of the tree's shortest run.</summary>
    public int Shortest => run.Shortest;

    public Alignment Align(IReadOnlyList<int> trace)
    {
        Reached? best = null;
        var complete = false;
        foreach (var width in Widths)
        {
            if (complete || best?.Cost == 0) break;
            (var found, complete) = Search(trace, width, best?.Cost ?? int.MaxValue);
            best = found ?? best;
        }
        return new Alignment([.. Moves(best!, trace)], complete || best!.Cost == 0);
    }

    /// <summary>The cheapest end below the limit, and whether nothing was given up on the way.</summary>
    private (Reached? Best, bool Complete) Search(IReadOnlyList<int> trace, int width, int limit)
    {
        var complete = true;
        List<Reached> layer = [new Reached(default, 0, null, -1, default)];
        for (var position = 0; position < trace.Count && layer.Count > 0; position++)
        {
            layer = Cheapest(layer.SelectMany(from => Next(from, trace[position], limit)));
            if (layer.Count <= width) continue;
            complete = false;
            layer.RemoveRange(width, layer.Count - width);
        }
        var best = layer.Select(End).MinBy(end => end.Cost);
        return (best?.Cost < limit ? best : null, complete);
    }

    private List<Reached> Next(Reached from, int activity, int limit)
    {
        var next = new List<Reached>();
        if (from.Cost + 1 < limit) next.Add(new Reached(from.Way.State, from.Cost + 1, from, -1, from.Way with { Skipped = 0, Skips = null }));
        var ways = new List<TreeRun.Way>();
        foreach (var leaf in run.LeavesOf(activity))
        {
            ways.Clear();
            run.Do(leaf, from.Way.State, limit - 1 - from.Cost, ways);
            foreach (var way in ways) next.Add(new Reached(way.State, from.Cost + way.Skipped, from, leaf, way));
        }
        return next;
    }

    /// <summary>Each state once, by its cheapest way; cheapest first, else in the order found.</summary>
    private static List<Reached> Cheapest(IEnumerable<Reached> reached)
    {
        var best = new Dictionary<Bits, Reached>();
        var order = new List<Bits>();
        foreach (var candidate in reached)
        {
            if (!best.TryGetValue(candidate.State, out var known)) order.Add(candidate.State);
            if (known is null || candidate.Cost < known.Cost) best[candidate.State] = candidate;
        }
        return [.. order.Select(state => best[state]).OrderBy(r => r.Cost)];
    }

    private Reached End(Reached last) => last with { Cost = last.Cost + run.ToFinish(last.State) };

    private List<Move> Moves(Reached end, IReadOnlyList<int> trace)
    {
        var steps = new Stack<Reached>();
        for (var step = end; step.Before is not null; step = step.Before) steps.Push(step);
        var moves = new List<Move>();
        foreach (var (step, position) in steps.Select((step, position) => (step, position)))
        {
            moves.AddRange(TreeRun.Skipped(step.Way).Select(Skipped));
            moves.Add(step.Leaf < 0 ? new Move.Added(trace[position], position) : new Move.Done(trace[position], position, step.Leaf));
        }
        moves.AddRange(run.Unfinished(end.State).Select(Skipped));
        return moves;
    }

    private Move Skipped(int leaf) => new Move.Skipped(run.Leaves[leaf], leaf);

    /// <summary>A state after some events, and how it was reached: by doing a leaf, or, with leaf -1, by taking the event as added.</summary>
    private sealed record Reached(Bits State, int Cost, Reached? Before, int Leaf, TreeRun.Way Way);
}
