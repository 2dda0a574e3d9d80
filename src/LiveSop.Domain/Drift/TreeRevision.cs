using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>Applies edits to trees.</summary>
public static class TreeRevision
{
    /// <summary>The tree after all edits. Edits of branches come first, as a branch is known by its leaves; a spot beside a step that is gone is the start.</summary>
    public static ProcessTree Apply(this ProcessTree tree, IEnumerable<RevisionEdit> edits) =>
        edits.OrderBy(Rank).Aggregate(tree, Apply);

    public static ProcessTree Apply(this ProcessTree tree, RevisionEdit edit) => (edit switch
    {
        RevisionEdit.Remove remove => Replace(tree, remove.Step, ProcessTree.Silent),
        RevisionEdit.MakeOptional optional => Replace(tree, optional.Step, TreeShape.Optional(new ProcessTree.Activity(optional.Step))),
        RevisionEdit.Insert insert => Put(tree, insert.Optional ? TreeShape.Optional(new ProcessTree.Activity(insert.Activity)) : new ProcessTree.Activity(insert.Activity), insert.Where),
        RevisionEdit.MoveStep move => Put(Replace(tree, move.Step, ProcessTree.Silent).Simplify(), new ProcessTree.Activity(move.Step), move.Where),
        RevisionEdit.MakeMandatory mandatory => OfChoice(tree, mandatory.Branch, (choice, _) => new ProcessTree.Choice([.. choice.Children.Where(c => c is not ProcessTree.Tau)])),
        RevisionEdit.DropBranch drop => OfChoice(tree, drop.Branch, (choice, branch) => new ProcessTree.Choice([.. choice.Children.Where(c => !ReferenceEquals(c, branch))])),
        _ => tree,
    }).Simplify();

    /// <summary>Every place where something can be put, the start first, each once.</summary>
    internal static IEnumerable<Spot> Spots(ProcessTree tree)
    {
        yield return Spot.Start;
        foreach (var path in Paths(tree, []))
        {
            var node = path[^1];
            if (node.Activities().Any())
            {
                yield return new Spot(node.Activities().Last(), false, Depth(node, last: true));
                if (path.Count > 1 && path[^2] is not ProcessTree.Sequence) yield return new Spot(node.Activities().First(), true, Depth(node, last: false));
            }
        }
    }

    private static int Rank(RevisionEdit edit) => edit switch
    {
        RevisionEdit.MakeMandatory or RevisionEdit.DropBranch or RevisionEdit.Reweigh => 0,
        RevisionEdit.MoveStep => 1,
        RevisionEdit.Insert => 2,
        _ => 3,
    };

    private static ProcessTree Replace(ProcessTree tree, int step, ProcessTree with) =>
        tree is ProcessTree.Activity leaf ? leaf.Index == step ? with : tree : tree.Over([.. tree.Children().Select(child => Replace(child, step, with))]);

    private static ProcessTree Put(ProcessTree tree, ProcessTree what, Spot where)
    {
        if (where.Step is not { } step || !tree.Activities().Contains(step)) return new ProcessTree.Sequence([what, tree]);
        var beside = Paths(tree, []).FirstOrDefault(path => IsAt(path[^1], where))?[^1] ?? tree;
        return Swap(tree, beside, new ProcessTree.Sequence(where.Before ? [what, beside] : [beside, what]));
    }

    private static bool IsAt(ProcessTree node, Spot where) =>
        node.Activities().Any() && (where.Before ? node.Activities().First() : node.Activities().Last()) == where.Step && Depth(node, !where.Before) == where.Up;

    /// <summary>How far below the node its last (or first) visible leaf is.</summary>
    private static int Depth(ProcessTree node, bool last) => node is ProcessTree.Activity ? 0
        : 1 + Depth(last ? node.Children().Last(child => child.Activities().Any()) : node.Children().First(child => child.Activities().Any()), last);

    private static IEnumerable<List<ProcessTree>> Paths(ProcessTree tree, List<ProcessTree> above)
    {
        List<ProcessTree> path = [.. above, tree];
        return tree.Children().SelectMany(child => Paths(child, path)).Prepend(path);
    }

    private static ProcessTree Swap(ProcessTree tree, ProcessTree old, ProcessTree with) =>
        ReferenceEquals(tree, old) ? with : tree.Children().Count == 0 ? tree : tree.Over([.. tree.Children().Select(child => Swap(child, old, with))]);

    private static ProcessTree OfChoice(ProcessTree tree, Branch branch, Func<ProcessTree.Choice, ProcessTree, ProcessTree> change)
    {
        foreach (var path in Paths(tree, []))
            if (path[^1] is ProcessTree.Choice choice)
                foreach (var child in choice.Children)
                    if (child.Activities().Any() && child.Activities().First() == branch.First && child.Activities().Count() == branch.Leaves)
                        return Swap(tree, choice, change(choice, child));
        return tree;
    }
}
