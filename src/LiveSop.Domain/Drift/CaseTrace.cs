namespace LiveSop.Domain.Drift;

/// <summary>What was done in one solved incident.</summary>
/// <param name="Id">Of the case; unique among the cases of a watch.</param>
/// <param name="Activities">In order; below the number of steps: that step; above: something that recurs and is no step of the SOP.</param>
public sealed record CaseTrace(string Id, IReadOnlyList<int> Activities);
