using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Drafting;

/// <summary>The activities without which no run of a tree ends.</summary>
internal static class Required
{
    public static IReadOnlySet<int> Of(ProcessTree tree) => tree switch
    {
        ProcessTree.Activity activity => new HashSet<int> { activity.Index },
        ProcessTree.Sequence sequence => Union(sequence.Children),
        ProcessTree.Parallel parallel => Union(parallel.Children),
        ProcessTree.Choice choice => choice.Children.Select(Of).Aggregate((a, b) => a.Intersect(b).ToHashSet()),
        ProcessTree.Loop loop => Of(loop.Do),
        _ => new HashSet<int>(),
    };

    private static HashSet<int> Union(IReadOnlyList<ProcessTree> children) => [.. children.SelectMany(Of)];
}
