namespace LiveSop.Domain.Mining;

/// <summary>What holds of every process tree, whatever made it.</summary>
public static class TreeShape
{
    public static IReadOnlyList<ProcessTree> Children(this ProcessTree tree) => tree switch
    {
        ProcessTree.Sequence sequence => sequence.Children,
        ProcessTree.Choice choice => choice.Children,
        ProcessTree.Parallel parallel => parallel.Children,
        ProcessTree.Loop loop => [loop.Do, loop.Redo],
        _ => [],
    };

    /// <summary>The same operator over other children; a leaf has none and stays itself.</summary>
    public static ProcessTree Over(this ProcessTree tree, IReadOnlyList<ProcessTree> children) => tree switch
    {
        ProcessTree.Sequence => new ProcessTree.Sequence(children),
        ProcessTree.Choice => new ProcessTree.Choice(children),
        ProcessTree.Parallel => new ProcessTree.Parallel(children),
        ProcessTree.Loop => new ProcessTree.Loop(children[0], children[1]),
        _ => tree,
    };

    /// <summary>The activities of its leaves, left to right; one that stands twice comes twice.</summary>
    public static IEnumerable<int> Activities(this ProcessTree tree) =>
        tree is ProcessTree.Activity leaf ? [leaf.Index] : tree.Children().SelectMany(Activities);

    /// <summary>Leaves and operators.</summary>
    public static int Size(this ProcessTree tree) => 1 + tree.Children().Sum(Size);

    /// <summary>Nothing visible need happen.</summary>
    public static bool CanBeSkipped(this ProcessTree tree) => tree switch
    {
        ProcessTree.Activity => false,
        ProcessTree.Tau => true,
        ProcessTree.Choice choice => choice.Children.Any(CanBeSkipped),
        ProcessTree.Loop loop => loop.Do.CanBeSkipped(),
        _ => tree.Children().All(CanBeSkipped),
    };

    public static ProcessTree Optional(ProcessTree tree) => new ProcessTree.Choice([tree, ProcessTree.Silent]);

    /// <summary>
    /// The same language in fewer nodes: nested blocks of one operator folded, silent steps of sequences and parallels left out,
    /// one silent branch at most per choice and none where another branch can be skipped anyway, blocks of one child replaced by it.
    /// </summary>
    public static ProcessTree Simplify(this ProcessTree tree)
    {
        var children = tree.Children().Select(Simplify).ToList();
        return tree switch
        {
            ProcessTree.Sequence => Block(tree, Folded<ProcessTree.Sequence>(children).Where(c => c is not ProcessTree.Tau)),
            ProcessTree.Parallel => Block(tree, Folded<ProcessTree.Parallel>(children).Where(c => c is not ProcessTree.Tau)),
            ProcessTree.Choice => Block(tree, OneWayToSkip([.. Folded<ProcessTree.Choice>(children)])),
            ProcessTree.Loop => Loop(children[0], children[1]),
            _ => tree,
        };
    }

    private static IEnumerable<ProcessTree> Folded<T>(IEnumerable<ProcessTree> children) where T : ProcessTree =>
        children.SelectMany(c => c is T ? c.Children() : [c]);

    private static ProcessTree Block(ProcessTree tree, IEnumerable<ProcessTree> children)
    {
        var rest = children.ToList();
        return rest.Count switch { 0 => ProcessTree.Silent, 1 => rest[0], _ => tree.Over(rest) };
    }

    private static IEnumerable<ProcessTree> OneWayToSkip(List<ProcessTree> children)
    {
        var visible = children.Where(c => c is not ProcessTree.Tau).ToList();
        var skip = visible.Count < children.Count && !visible.Any(CanBeSkipped);
        return skip ? visible.Append(ProcessTree.Silent) : visible;
    }

    private static ProcessTree Loop(ProcessTree body, ProcessTree redo) => (body, redo) switch
    {
        (ProcessTree.Tau, ProcessTree.Tau) => body,
        // Going round a loop that can go round by itself adds nothing.
        (ProcessTree.Loop { Redo: ProcessTree.Tau }, ProcessTree.Tau) => body,
        (ProcessTree.Choice { Children: [ProcessTree.Loop { Redo: ProcessTree.Tau }, ProcessTree.Tau] }, ProcessTree.Tau) => body,
        _ => new ProcessTree.Loop(body, redo),
    };
}
