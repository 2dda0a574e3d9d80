using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>A procedure that mining found and nobody has looked at yet. Titles, triggers and actors are mined: data, never markup. A stored format.</summary>
/// <param name="MedianSeconds">From the first message of a case to its last; null where unknown.</param>
internal sealed record Candidate(string Title, string Trigger, int Cases, long? MedianSeconds, DateOnly LastSeen, int Steps, IReadOnlyList<CandidateLine> Main, IReadOnlyList<CandidateLine> Rare)
{
    public static Candidate Of(DiscoveredSop found)
    {
        var outline = Outline.Of(found.Sop);
        return new(found.Sop.Title, found.Sop.Trigger, found.Sop.Cases.Count, found.Observed.MedianSeconds, DateOnly.FromDateTime(found.Observed.To.UtcDateTime),
            found.Sop.Steps.Count, [.. outline.Main.Select(CandidateLine.Of)], [.. outline.Rare.Select(CandidateLine.Of)]);
    }
}

/// <summary>A line of it, read aloud; see <see cref="OutlineLine"/>.</summary>
/// <param name="Title">Null where the line only introduces those below it.</param>
internal sealed record CandidateLine(int Depth, string Marker, string Lead, string? Title, string? Actor, int Cases, int OfCases, bool IsOptional, string? After)
{
    public static CandidateLine Of(OutlineLine line) => new(line.Depth, line.Marker, line.Lead,
        line.Step?.Title, line.Step?.Actor, line.Step?.Support.Cases ?? 0, line.Step?.Support.Of ?? 0, line.Step?.Optional ?? false, line.After);
}

/// <summary>What one mining found, as it is kept for those who look closer.</summary>
/// <param name="Version">Of this format.</param>
/// <param name="Messages">How many were read.</param>
/// <param name="Incidents">How many talks were about a problem.</param>
/// <param name="Since">When the earliest message was posted; null where there is none.</param>
internal sealed record CandidateList(int Version, int Messages, int Incidents, IReadOnlyList<string> Channels, DateTimeOffset? Since, IReadOnlyList<Candidate> Candidates)
{
    public const int ThisVersion = 1;
}
