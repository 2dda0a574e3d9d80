using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>The process tree as a page reads it: the same runs, in fewer levels.</summary>
internal static class ReadingOrder
{
    /// <summary>From so many steps on, the rare ones move to the end of the page.</summary>
    private const int ManySteps = 20;

    /// <summary>Of the cases.</summary>
    private const double RareShare = 0.2;

    /// <returns>The main path, and the indices of the rare steps that it leaves out, in the order of the tree.</returns>
    public static (ProcessTree Main, IReadOnlyList<int> Rare) Of(ProcessTree tree, IReadOnlyList<(bool Optional, Support Support)> steps)
    {
        var rare = steps.Count < ManySteps ? [] : Leaves(tree).Where(index => steps[index].Optional && steps[index].Support.Share < RareShare).Distinct().ToList();
        if (rare.Count == steps.Count) rare = [];
        return (Flat(Without(tree, rare)), rare);
    }

    private static ProcessTree Without(ProcessTree tree, List<int> rare) => tree switch
    {
        ProcessTree.Activity leaf when rare.Contains(leaf.Index) => ProcessTree.Silent,
        ProcessTree.Sequence sequence => new ProcessTree.Sequence([.. sequence.Children.Select(child => Without(child, rare))]),
        ProcessTree.Parallel parallel => new ProcessTree.Parallel([.. parallel.Children.Select(child => Without(child, rare))]),
        ProcessTree.Choice choice => new ProcessTree.Choice([.. choice.Children.Select(child => Without(child, rare))]),
        ProcessTree.Loop loop => new ProcessTree.Loop(Without(loop.Do, rare), Without(loop.Redo, rare)),
        _ => tree,
    };

    /// <summary>Blocks of one child are that child, a block within its own kind joins it, and what can be skipped anyway need not be skipped as a whole.</summary>
    public static ProcessTree Flat(ProcessTree tree)
    {
        switch (tree)
        {
            case ProcessTree.Sequence sequence:
                var parts = Once(sequence.Children.Select(Flat).SelectMany(child => child is ProcessTree.Sequence inner ? inner.Children : [child]).Where(child => child is not ProcessTree.Tau).ToList());
                return parts.Count == 0 ? ProcessTree.Silent : parts is [var only] ? only : new ProcessTree.Sequence(parts);
            case ProcessTree.Parallel parallel:
                var sides = parallel.Children.Select(Flat).SelectMany(child => child is ProcessTree.Parallel inner ? inner.Children : [child]).Where(child => child is not ProcessTree.Tau).ToList();
                return sides.Count == 0 ? ProcessTree.Silent : sides is [var alone] ? alone : new ProcessTree.Parallel(sides);
            case ProcessTree.Choice choice:
                return FlatChoice([.. choice.Children.Select(Flat).SelectMany(child => child is ProcessTree.Choice inner ? inner.Children : [child])]);
            case ProcessTree.Loop loop:
                var (done, again) = (Flat(loop.Do), Flat(loop.Redo));
                return done is ProcessTree.Tau && again is ProcessTree.Tau ? ProcessTree.Silent : new ProcessTree.Loop(done, again);
            default:
                return tree;
        }
    }

    /// <summary>A step that comes to stand beside itself is read once.</summary>
    private static List<ProcessTree> Once(List<ProcessTree> parts) =>
        [.. parts.Where((part, at) => at == 0 || part is not ProcessTree.Activity || !part.Equals(parts[at - 1]))];

    private static ProcessTree FlatChoice(List<ProcessTree> children)
    {
        var visible = children.Where(child => child is not ProcessTree.Tau).ToList();
        if (visible.Count == 0) return ProcessTree.Silent;
        var skippable = visible.Count < children.Count && !visible.Any(Flow.IsOptional);
        if (visible is [var only] && !skippable) return only;
        return new ProcessTree.Choice(skippable ? [.. visible, ProcessTree.Silent] : visible);
    }

    private static IEnumerable<int> Leaves(ProcessTree tree) => tree switch
    {
        ProcessTree.Activity leaf => [leaf.Index],
        ProcessTree.Sequence sequence => sequence.Children.SelectMany(Leaves),
        ProcessTree.Parallel parallel => parallel.Children.SelectMany(Leaves),
        ProcessTree.Choice choice => choice.Children.SelectMany(Leaves),
        ProcessTree.Loop loop => Leaves(loop.Do).Concat(Leaves(loop.Redo)),
        _ => [],
    };
}
