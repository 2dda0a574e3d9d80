using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>What one mining read and found.</summary>
/// <param name="Messages">How many were read.</param>
/// <param name="Incidents">How many talks were about a problem.</param>
/// <param name="Channels">The names of those that were read.</param>
/// <param name="Since">When the earliest message was posted; null where there is none.</param>
/// <param name="Kept">The one with the most cases first.</param>
internal sealed record MiningOutcome(int Messages, int Incidents, IReadOnlyList<string> Channels, DateTimeOffset? Since, IReadOnlyList<Kept> Kept);

/// <summary>A procedure that was found, as it stands in the library.</summary>
/// <param name="Procedure">As it was found this time.</param>
/// <param name="IsNew">Nobody was told of it before.</param>
internal sealed record Kept(SopRow Sop, Procedure Procedure, bool IsNew);
