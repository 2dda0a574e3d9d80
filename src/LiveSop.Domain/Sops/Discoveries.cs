using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops;

/// <summary>What a history turned out to hold.</summary>
/// <param name="Messages">How many were read.</param>
/// <param name="Incidents">How many talks were about a problem; the rest is chatter.</param>
/// <param name="Sops">The one with the most cases first.</param>
/// <param name="Unassigned">Ids of the incidents that stand in no SOP, in ordinal order.</param>
public sealed record Discoveries(int Messages, int Incidents, IReadOnlyList<DiscoveredSop> Sops, IReadOnlyList<string> Unassigned);

/// <summary>A mined SOP and the time its cases took.</summary>
public sealed record DiscoveredSop(Sop Sop, Observed Observed);
