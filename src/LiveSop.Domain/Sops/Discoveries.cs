using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops;

/// <summary>What a history turned out to hold.</summary>
/// <param name="Messages">How many were read.</param>
/// <param name="Incidents">How many talks were about a problem; the rest is chatter.</param>
/// <param name="Sops">The one with the most cases first.</param>
/// <param name="Unassigned">Ids of the incidents that stand in no SOP, in ordinal order.</param>
public sealed record Discoveries(int Messages, int Incidents, IReadOnlyList<DiscoveredSop> Sops, IReadOnlyList<string> Unassigned);

/// <summary>A mined SOP and the time its cases took.</summary>
public sealed record DiscoveredSop(Sop Sop, Observed Observed)
{
    /// <summary>Its cases, in the order of <see cref="Sop.Cases"/>.</summary>
    public required IReadOnlyList<SolvedCase> Solved { get; init; }
}

/// <summary>One of the cases that an SOP was mined from.</summary>
/// <param name="Steps">Indices into <see cref="Sop.Steps"/>, in the order they were done; none twice in a row.</param>
/// <param name="Shown">Every message that shows a step, in order.</param>
public sealed record SolvedCase(string Id, string Place, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, IReadOnlyList<int> Steps, IReadOnlyList<ShownStep> Shown);

/// <summary>A message shows a step.</summary>
public readonly record struct ShownStep(int Step, SourceRef Source);
