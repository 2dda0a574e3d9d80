namespace LiveSop.Domain.Mining;

/// <summary>How a trace and a tree explain each other, event by event.</summary>
/// <param name="Moves">In order; the events among them, done or added, are the trace.</param>
/// <param name="IsOptimal">No alignment costs less. False only where the search was cut short.</param>
public sealed record Alignment(IReadOnlyList<Move> Moves, bool IsOptimal)
{
    /// <summary>Added events and skipped steps.</summary>
    public int Cost { get; } = Moves.Count(m => m is not Move.Done);

    public bool Fits => Cost == 0;
}

/// <summary>One step of an alignment. Leaves are counted from 0, visible ones only, left to right.</summary>
public abstract record Move
{
    private Move() { }

    /// <summary>An event that the tree foresees there.</summary>
    /// <param name="Position">In the trace, from 0.</param>
    public sealed record Done(int Activity, int Position, int Leaf) : Move;

    /// <summary>An event that the tree does not foresee there.</summary>
    public sealed record Added(int Activity, int Position) : Move;

    /// <summary>A step that the tree demands there and the trace lacks.</summary>
    public sealed record Skipped(int Activity, int Leaf) : Move;
}
