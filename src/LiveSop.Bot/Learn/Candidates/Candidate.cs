using LiveSop.Bot.Slack;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>A procedure that mining found and nobody has looked at yet. Titles, triggers and actors are mined: data, never markup. A stored format.</summary>
/// <param name="MedianSeconds">From the first message of a case to its last; null where unknown.</param>
internal sealed record Candidate(string Title, string Trigger, int Cases, long? MedianSeconds, DateOnly LastSeen, int Steps, IReadOnlyList<CandidateLine> Main, IReadOnlyList<CandidateLine> Rare)
{
    /// <summary>
    /// The talks that it was mined from, each by its first message as <c>CHANNEL:TS</c>; of talks outside threads also every message that shows a step.
    /// Null in findings before version 2.
    /// </summary>
    public IReadOnlyList<string>? Evidence { get; init; }

    /// <param name="threadless">Whether a message stands in no thread; null where all do.</param>
    public static Candidate Of(DiscoveredSop found, Func<SourceRef, bool>? threadless = null)
    {
        var outline = Outline.Of(found.Sop);
        var loose = found.Sop.Steps.SelectMany(step => step.Evidence).Where(source => threadless?.Invoke(source) ?? false).Select(source => source.ToString()!);
        return new(found.Sop.Title, found.Sop.Trigger, found.Sop.Cases.Count, found.Observed.MedianSeconds, DateOnly.FromDateTime(found.Observed.To.UtcDateTime),
            found.Sop.Steps.Count, [.. outline.Main.Select(CandidateLine.Of)], [.. outline.Rare.Select(CandidateLine.Of)])
        {
            Evidence = [.. found.Sop.Cases.Concat(loose).Distinct(StringComparer.Ordinal)],
        };
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
    /// <summary>2 says which talks and channels it was mined from.</summary>
    public const int ThisVersion = 2;

    public const int OldestVersion = 1;

    /// <summary>The channels that were read; null before version 2.</summary>
    public IReadOnlyList<ChannelId>? Sources { get; init; }
}
