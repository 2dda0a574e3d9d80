namespace LiveSop.Domain.Drift;

/// <summary>Whether the team still follows the SOP.</summary>
/// <param name="Counts">By place, the most deviating first.</param>
public abstract record DriftState(IReadOnlyList<PlaceCount> Counts)
{
    /// <summary>Nothing to propose.</summary>
    public sealed record Steady(IReadOnlyList<PlaceCount> Counts) : DriftState(Counts);

    public sealed record Shifted(IReadOnlyList<PlaceCount> Counts, Revision Revision) : DriftState(Counts);
}

/// <summary>How often a place deviates: "step 4 was skipped in 6 of the last 20 cases".</summary>
/// <param name="Recent">Deviating cases among the last live ones that came to the place; of a branch, those that took it.</param>
/// <param name="Of">How many those last ones are; at most <see cref="Span"/>.</param>
/// <param name="Usual">Share in the baseline; in [0, 1].</param>
/// <param name="FirstRaised">How many live cases there were when a change was first found here; null if never.</param>
public sealed record PlaceCount(Place Place, int Recent, int Of, double Usual, int? FirstRaised)
{
    public const int Span = 20;

    /// <summary>How far the recent share is from the usual one; in [0, 1].</summary>
    public double Excess => Of == 0 ? 0 : Math.Abs((double)Recent / Of - Usual);
}
