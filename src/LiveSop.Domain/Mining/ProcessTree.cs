namespace LiveSop.Domain.Mining;

/// <summary>
/// What traces have in common, block by block, and so sound by construction (Leemans, Robust Process Mining with Guarantees, 2017, ch. 2).
/// Leaves are indices of activities; who holds the tree holds their names.
/// </summary>
public abstract record ProcessTree
{
    private ProcessTree() { }

    public static ProcessTree Silent { get; } = new Tau();

    /// <summary>One activity happens.</summary>
    public sealed record Activity(int Index) : ProcessTree;

    /// <summary>Nothing visible happens (tau).</summary>
    public sealed record Tau : ProcessTree;

    /// <summary>All children, in order.</summary>
    public sealed record Sequence(IReadOnlyList<ProcessTree> Children) : ProcessTree;

    /// <summary>Exactly one child.</summary>
    public sealed record Choice(IReadOnlyList<ProcessTree> Children) : ProcessTree;

    /// <summary>All children, interleaved at will.</summary>
    public sealed record Parallel(IReadOnlyList<ProcessTree> Children) : ProcessTree;

    /// <summary><paramref name="Do"/>, then any number of times <paramref name="Redo"/> and <paramref name="Do"/> again.</summary>
    public sealed record Loop(ProcessTree Do, ProcessTree Redo) : ProcessTree;
}
