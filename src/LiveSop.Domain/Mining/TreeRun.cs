namespace LiveSop.Domain.Mining;

/// <summary>
/// Plays a process tree. A state is the set of leaves done in blocks that are still open: a finished part of a sequence is forgotten,
/// and so is a loop's last round. Silent steps are taken only when they are needed, and steps that must be skipped to get somewhere are
/// counted, so that one move serves replay (nothing skipped) and alignment (as few as possible) alike.
/// </summary>
internal sealed class TreeRun
{
    private readonly List<int[]> paths = [];
    private readonly int[][] leavesOf;
    private readonly TreeNode root;

    public TreeRun(ProcessTree tree, int activities)
    {
        var leaves = new List<int>();
        root = Compile(tree, leaves, []);
        Leaves = leaves;
        leavesOf = new int[activities][];
        Array.Fill(leavesOf, []);
        for (var leaf = 0; leaf < leaves.Count; leaf++) leavesOf[leaves[leaf]] = [.. leavesOf[leaves[leaf]], leaf];
    }

    /// <summary>The activity of each leaf, left to right.</summary>
    public IReadOnlyList<int> Leaves { get; }

    public int[] LeavesOf(int activity) => leavesOf[activity];

    /// <summary>Visible steps of the shortest run.</summary>
    public int Shortest => root.Least;

    /// <summary>Visible steps that are still needed to finish.</summary>
    public int ToFinish(Bits state) => ToFinish(root, state);

    /// <summary>Leaves that can be done next without skipping a visible step.</summary>
    public Bits Enabled(Bits state) => Enabled(root, state);

    /// <summary>Adds all ways to do a leaf next for which at most <paramref name="limit"/> visible steps are skipped.</summary>
    public void Do(int leaf, Bits state, int limit, List<Way> ways) => Descend(paths[leaf], 0, root, new Way(state, 0, null, false), limit, ways);

    /// <summary>The leaves that were skipped for a way, in their order.</summary>
    public static IEnumerable<int> Skipped(Way way)
    {
        var blocks = new Stack<Skip>();
        for (var skip = way.Skips; skip is not null; skip = skip.Before) blocks.Push(skip);
        return blocks.SelectMany(skip => ShortestEnd(skip.Block, skip.State));
    }

    /// <summary>The leaves of a shortest way to finish.</summary>
    public IEnumerable<int> Unfinished(Bits state) => ShortestEnd(root, state);

    private TreeNode Compile(ProcessTree tree, List<int> leaves, int[] path)
    {
        var first = leaves.Count;
        if (tree is ProcessTree.Activity activity)
        {
            leaves.Add(activity.Index);
            paths.Add(path);
        }
        var parts = tree.Children();
        var children = parts.Count == 0 ? [] : new TreeNode[parts.Count];
        for (var i = 0; i < children.Length; i++) children[i] = Compile(parts[i], leaves, [.. path, i]);
        return new TreeNode(tree, children, first, leaves.Count);
    }

    private static void Descend(int[] path, int depth, TreeNode node, Way way, int limit, List<Way> ways)
    {
        if (way.Skipped > limit) return;
        if (node.Kind == BlockKind.Activity)
        {
            if (!way.State.Meets(node.Leaves)) ways.Add(way with { State = way.State | node.Leaves });
            return;
        }
        var (target, current) = (path[depth], node.Kind == BlockKind.Parallel ? -1 : node.Current(way.State));
        if (node.Kind == BlockKind.Loop) EnterLoop(path, depth, node, current, way, limit, ways);
        else if (node.Kind == BlockKind.Parallel)
            Descend(path, depth + 1, node.Children[target], way with { Silent = way.Silent || !way.State.Meets(node.Leaves) }, limit, ways);
        else if (node.Kind == BlockKind.Choice && (current < 0 || current == target))
            Descend(path, depth + 1, node.Children[target], way, limit, ways);
        else if (node.Kind == BlockKind.Sequence && current <= target)
            Descend(path, depth + 1, node.Children[target], Forward(node, current, target, way), limit, ways);
    }

    /// <summary>On within the part that is open, or out of it: into the other part, or past the other part into this one again.</summary>
    private static void EnterLoop(int[] path, int depth, TreeNode loop, int current, Way way, int limit, List<Way> ways)
    {
        var (target, open) = (path[depth], Math.Max(current, 0));
        var (part, other) = (loop.Children[target], loop.Children[1 - target]);
        if (open == target) Descend(path, depth + 1, part, way with { Silent = way.Silent || current < 0 }, limit, ways);
        if (current < 0 && target == 0) return;
        var left = way.Past(loop.Children[open], way.State);
        var round = open == target ? left.Past(other, default) : left;
        Descend(path, depth + 1, part, round with { State = way.State.Without(loop.Leaves), Silent = true }, limit, ways);
    }

    private static Way Forward(TreeNode sequence, int current, int target, Way way)
    {
        var forward = way;
        if (current != target)
            for (var i = Math.Max(current, 0); i < target; i++)
                forward = forward.Past(sequence.Children[i], way.State) with { Silent = forward.Silent || i != current || !Settled(sequence.Children[i], way.State) };
        return forward with { State = way.State.Without(sequence.Before(target)) };
    }

    /// <summary>Done, without a silent step still to take.</summary>
    private static bool Settled(TreeNode node, Bits state) => node.Kind switch
    {
        BlockKind.Activity => state.Meets(node.Leaves),
        BlockKind.Parallel => Array.TrueForAll(node.Children, c => Settled(c, state)),
        BlockKind.Choice => node.Current(state) is >= 0 and var chosen && Settled(node.Children[chosen], state),
        BlockKind.Sequence => node.Current(state) == node.Children.Length - 1 && Settled(node.Children[^1], state),
        _ => false,
    };

    private static IEnumerable<int> ShortestEnd(TreeNode node, Bits state)
    {
        if (node.Kind == BlockKind.Activity) return node.Leaves.Without(state).Members();
        if (node.Kind == BlockKind.Parallel) return node.Children.SelectMany(c => ShortestEnd(c, state));
        if (node.Kind == BlockKind.Tau) return [];
        var current = node.Current(state);
        return node.Kind switch
        {
            BlockKind.Sequence => node.Children.Skip(Math.Max(current, 0)).SelectMany(c => ShortestEnd(c, state)),
            BlockKind.Choice => ShortestEnd(current < 0 ? node.LeastChild() : node.Children[current], state),
            _ => current == 1 ? ShortestEnd(node.Children[1], state).Concat(ShortestEnd(node.Children[0], default)) : ShortestEnd(node.Children[0], state),
        };
    }

    private static int ToFinish(TreeNode node, Bits state)
    {
        switch (node.Kind)
        {
            case BlockKind.Activity: return state.Meets(node.Leaves) ? 0 : 1;
            case BlockKind.Tau: return 0;
            case BlockKind.Parallel:
                var sum = 0;
                foreach (var child in node.Children) sum += ToFinish(child, state);
                return sum;
        }
        var current = node.Current(state);
        if (current < 0) return node.Least;
        var open = ToFinish(node.Children[current], state);
        return node.Kind switch
        {
            BlockKind.Sequence => open + node.LeastFrom(current + 1),
            BlockKind.Loop when current == 1 => open + node.Children[0].Least,
            _ => open,
        };
    }

    private static Bits Enabled(TreeNode node, Bits state)
    {
        if (node.Kind is BlockKind.Activity or BlockKind.Tau) return node.Leaves.Without(state);
        if (node.Kind == BlockKind.Parallel)
        {
            var all = default(Bits);
            foreach (var child in node.Children) all |= Enabled(child, state);
            return all;
        }
        var current = node.Current(state);
        if (current < 0) return node.First;
        var open = node.Children[current];
        var enabled = Enabled(open, state);
        return ToFinish(open, state) > 0 ? enabled : node.Kind switch
        {
            BlockKind.Sequence => enabled | node.FirstFrom(current + 1),
            BlockKind.Loop => enabled | AfterPart(node, current),
            _ => enabled,
        };
    }

    /// <summary>What a loop can go on with when one of its parts is complete.</summary>
    private static Bits AfterPart(TreeNode loop, int part)
    {
        var other = loop.Children[1 - part];
        return other.Least > 0 ? other.First : other.First | loop.Children[part].First;
    }

    /// <summary>A state that can be reached, how many visible steps are skipped on the way there, and in which blocks; and whether silent steps are taken.</summary>
    public readonly record struct Way(Bits State, int Skipped, Skip? Skips, bool Silent)
    {
        public Way Past(TreeNode block, Bits state) =>
            ToFinish(block, state) is > 0 and var steps ? this with { Skipped = Skipped + steps, Skips = new Skip(block, state, Skips) } : this;
    }

    public sealed record Skip(TreeNode Block, Bits State, Skip? Before);
}
