using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>Where in a tree steps stand: its leaves, left to right, the branches of its choices, and which step comes before which.</summary>
internal sealed class TreePlan
{
    private readonly List<int> leaves = [];
    private readonly List<Arm> arms = [];
    private readonly HashSet<(int First, int Second)> before = [];
    private readonly HashSet<int> demanded = [];

    public TreePlan(ProcessTree tree) => Walk(tree, null, demanded: true);

    /// <summary>The step of each visible leaf.</summary>
    public IReadOnlyList<int> Leaves => leaves;

    public IReadOnlyList<Arm> Arms => arms;

    /// <summary>Steps of which a leaf can be skipped only against the tree.</summary>
    public IReadOnlySet<int> Demanded => demanded;

    /// <summary>Pairs of steps of which the first always comes first.</summary>
    public IEnumerable<(int First, int Second)> Ordered => before.Where(pair => pair.First != pair.Second && !before.Contains((pair.Second, pair.First)));

    /// <summary>The narrowest branch that holds the leaf; null where it is in no choice.</summary>
    public Arm? Around(int leaf)
    {
        Arm? narrowest = null;
        foreach (var arm in arms)
            if (arm.Own.Holds(leaf) && (narrowest is null || arm.Own.Count < narrowest.Own.Count))
                narrowest = arm;
        return narrowest;
    }

    private void Walk(ProcessTree tree, Span? inside, bool demanded)
    {
        if (tree is ProcessTree.Activity leaf)
        {
            leaves.Add(leaf.Index);
            if (demanded) this.demanded.Add(leaf.Index);
            return;
        }
        if (tree is ProcessTree.Choice choice) WalkChoice(choice, inside, demanded);
        else if (tree is ProcessTree.Sequence or ProcessTree.Loop) WalkInOrder(tree, inside);
        else foreach (var child in tree.Children()) Walk(child, inside, true);
    }

    private void WalkInOrder(ProcessTree tree, Span? inside)
    {
        var start = leaves.Count;
        foreach (var child in tree.Children())
        {
            var from = leaves.Count;
            // What is done again need not be.
            Walk(child, inside, demanded: tree is ProcessTree.Sequence || from == start || child is not ProcessTree.Activity);
            foreach (var second in leaves.Skip(from))
                foreach (var first in leaves.Take(from).Skip(start))
                    before.Add((first, second));
        }
    }

    private void WalkChoice(ProcessTree.Choice choice, Span? inside, bool demanded)
    {
        var optional = choice.CanBeSkipped();
        var (start, index) = (leaves.Count, arms.Count);
        var whole = new Span(start, start + choice.Activities().Count());
        foreach (var child in choice.Children.Where(c => c is not ProcessTree.Tau))
        {
            var own = new Span(leaves.Count, leaves.Count + child.Activities().Count());
            if (own.Count == 0) continue;
            arms.Add(new Arm(new Branch(child.Activities().First(), own.Count, optional), own, whole, inside));
            Walk(child, own, demanded && !(optional && child is ProcessTree.Activity));
        }
    }

    /// <summary>Leaves from one to before another.</summary>
    public sealed record Span(int From, int To)
    {
        public int Count => To - From;

        public bool Holds(int leaf) => leaf >= From && leaf < To;

        public bool IsTouched(bool[] done) => Array.IndexOf(done, true, From, Count) >= 0;
    }

    /// <param name="Own">Its leaves.</param>
    /// <param name="Choice">Those of all branches.</param>
    /// <param name="Inside">The branch around the choice; null where there is none.</param>
    public sealed record Arm(Branch Branch, Span Own, Span Choice, Span? Inside);
}
