using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>What the process tree says about where cases begin and end, and how many go through a part of it.</summary>
internal static class Flow
{
    /// <summary>Indices of the steps a case may begin with, in the order of the tree.</summary>
    public static IReadOnlyList<int> First(ProcessTree tree) => [.. Edge(tree, fromEnd: false).Distinct()];

    public static IReadOnlyList<int> Last(ProcessTree tree) => [.. Edge(tree, fromEnd: true).Distinct()];

    /// <summary>Can a case pass without a visible step?</summary>
    public static bool IsOptional(ProcessTree tree) => tree switch
    {
        ProcessTree.Tau => true,
        ProcessTree.Sequence sequence => sequence.Children.All(IsOptional),
        ProcessTree.Parallel parallel => parallel.Children.All(IsOptional),
        ProcessTree.Choice choice => choice.Children.Any(IsOptional),
        ProcessTree.Loop loop => IsOptional(loop.Do),
        _ => false,
    };

    /// <summary>About how many cases go through this part: its commonest step; of alternatives, their sum.</summary>
    public static int Cases(ProcessTree tree, Sop sop) => Math.Min(sop.Cases.Count, tree switch
    {
        ProcessTree.Activity leaf => sop.Steps[leaf.Index].Support.Cases,
        ProcessTree.Sequence sequence => sequence.Children.Select(child => Cases(child, sop)).DefaultIfEmpty().Max(),
        ProcessTree.Parallel parallel => parallel.Children.Select(child => Cases(child, sop)).DefaultIfEmpty().Max(),
        ProcessTree.Choice choice => choice.Children.Sum(child => Cases(child, sop)),
        ProcessTree.Loop loop => Cases(loop.Do, sop),
        _ => 0,
    });

    private static IEnumerable<int> Edge(ProcessTree tree, bool fromEnd) => tree switch
    {
        ProcessTree.Activity leaf => [leaf.Index],
        ProcessTree.Sequence sequence => EdgeOfSequence(sequence.Children, fromEnd),
        ProcessTree.Choice choice => choice.Children.SelectMany(child => Edge(child, fromEnd)),
        ProcessTree.Parallel parallel => parallel.Children.SelectMany(child => Edge(child, fromEnd)),
        ProcessTree.Loop loop => IsOptional(loop.Do) ? Edge(loop.Do, fromEnd).Concat(Edge(loop.Redo, fromEnd)) : Edge(loop.Do, fromEnd),
        _ => [],
    };

    private static IEnumerable<int> EdgeOfSequence(IReadOnlyList<ProcessTree> children, bool fromEnd)
    {
        foreach (var child in fromEnd ? children.Reverse() : children)
        {
            foreach (var index in Edge(child, fromEnd)) yield return index;
            if (!IsOptional(child)) yield break;
        }
    }
}
