using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>What the process tree says about how many cases go through a part of it.</summary>
internal static class Flow
{
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
    public static int Cases(ProcessTree tree, IReadOnlyList<Support> steps, int cases) => Math.Min(cases, tree switch
    {
        ProcessTree.Activity leaf => steps[leaf.Index].Cases,
        ProcessTree.Sequence sequence => sequence.Children.Select(child => Cases(child, steps, cases)).DefaultIfEmpty().Max(),
        ProcessTree.Parallel parallel => parallel.Children.Select(child => Cases(child, steps, cases)).DefaultIfEmpty().Max(),
        ProcessTree.Choice choice => choice.Children.Sum(child => Cases(child, steps, cases)),
        ProcessTree.Loop loop => Cases(loop.Do, steps, cases),
        _ => 0,
    });
}
