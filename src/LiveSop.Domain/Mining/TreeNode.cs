namespace LiveSop.Domain.Mining;

internal enum BlockKind { Activity, Tau, Sequence, Choice, Parallel, Loop }

/// <summary>A block of a tree made ready for <see cref="TreeRun"/>: what it needs at least and what it can begin with, worked out once.</summary>
internal sealed class TreeNode
{
    private readonly int[] least;
    private readonly Bits[] first;
    private readonly Bits[] before;

    public TreeNode(ProcessTree tree, TreeNode[] children, int firstLeaf, int endLeaf)
    {
        Children = children;
        Kind = KindOf(tree);
        for (var leaf = firstLeaf; leaf < endLeaf; leaf++) Leaves |= Bits.Of(leaf);
        (least, first, before) = children.Length == 0 ? ([0], [default], [default]) : (new int[children.Length + 1], new Bits[children.Length + 1], new Bits[children.Length + 1]);
        for (var i = children.Length - 1; i >= 0; i--)
        {
            least[i] = least[i + 1] + children[i].Least;
            first[i] = children[i].Least > 0 ? children[i].First : children[i].First | first[i + 1];
        }
        for (var i = 0; i < children.Length; i++) before[i + 1] = before[i] | children[i].Leaves;
        (Least, First) = (LeastOf(), FirstOf());
    }

    public BlockKind Kind { get; }

    public TreeNode[] Children { get; }

    public Bits Leaves { get; }

    /// <summary>Visible steps of the shortest run.</summary>
    public int Least { get; }

    /// <summary>Leaves that a fresh run can begin with.</summary>
    public Bits First { get; }

    public int LeastFrom(int child) => least[child];

    public Bits FirstFrom(int child) => first[child];

    public Bits Before(int child) => before[child];

    /// <summary>The last child with something done; -1 if nothing is.</summary>
    public int Current(Bits state)
    {
        for (var i = Children.Length - 1; i >= 0; i--)
            if (state.Meets(Children[i].Leaves))
                return i;
        return -1;
    }

    private static BlockKind KindOf(ProcessTree tree) => tree switch
    {
        ProcessTree.Activity => BlockKind.Activity,
        ProcessTree.Sequence => BlockKind.Sequence,
        ProcessTree.Choice => BlockKind.Choice,
        ProcessTree.Parallel => BlockKind.Parallel,
        ProcessTree.Loop => BlockKind.Loop,
        _ => BlockKind.Tau,
    };

    private int LeastOf() => Kind switch
    {
        BlockKind.Activity => 1,
        BlockKind.Choice => LeastChild().Least,
        BlockKind.Loop => Children[0].Least,
        _ => least[0],
    };

    private Bits FirstOf() => Kind switch
    {
        BlockKind.Activity => Leaves,
        BlockKind.Sequence or BlockKind.Loop => first[0],
        _ => FirstOfAny(),
    };

    private Bits FirstOfAny()
    {
        var all = default(Bits);
        foreach (var child in Children) all |= child.First;
        return all;
    }

    public TreeNode LeastChild()
    {
        var least = Children[0];
        foreach (var child in Children)
            if (child.Least < least.Least)
                least = child;
        return least;
    }
}
