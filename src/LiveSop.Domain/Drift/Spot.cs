namespace LiveSop.Domain.Drift;

/// <summary>A place in a tree where something can be put.</summary>
/// <param name="Step">Beside this step; null: before everything.</param>
/// <param name="Before">The step, or else after it.</param>
/// <param name="Up">0: beside the step itself; more: beside the block so many levels above it, of which the step is the last (or the first, for before).</param>
public sealed record Spot(int? Step, bool Before = false, int Up = 0)
{
    public static Spot Start { get; } = new(null, true);
}
