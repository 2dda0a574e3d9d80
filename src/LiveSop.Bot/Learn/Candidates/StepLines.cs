using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>The steps of a candidate read aloud, line by line. Everything mined stands in rich text, of which Slack parses nothing.</summary>
internal static class StepLines
{
    /// <summary>A block of rich text holds 3,000 characters; so many lines surely fit.</summary>
    private const int LinesAtOnce = 12;

    /// <summary>Whoever answered, where profiles have no titles.</summary>
    private const string Anybody = "responder";

    public static IEnumerable<Block> Of(Candidate candidate)
    {
        var actor = Actor(candidate);
        return candidate.Rare.Count == 0
            ? Lines(candidate.Main, actor)
            : [.. Lines(candidate.Main, actor), new Section(Mrkdwn.Of($"*Sometimes also*")), .. Lines(candidate.Rare, actor)];
    }

    /// <summary>Who does most of it, as a sentence; nothing where profiles have no titles, so that nobody knows.</summary>
    public static UntrustedText DoneBy(Candidate candidate) => Actor(candidate) is var actor && actor == Anybody ? "" : $"Mostly done by: {actor}. ";

    /// <summary>Who does most of it: said once, and then only where it is somebody else.</summary>
    private static string Actor(Candidate candidate) =>
        candidate.Main.Concat(candidate.Rare).Select(line => line.Actor).OfType<string>().CountBy(actor => actor).OrderByDescending(actor => actor.Value).ThenBy(actor => actor.Key, StringComparer.Ordinal)
            .Select(actor => actor.Key).FirstOrDefault(Anybody);

    private static IEnumerable<Block> Lines(IReadOnlyList<CandidateLine> lines, string actor) => lines.Chunk(LinesAtOnce)
        .Select(chunk => new RichText(Rich.Paragraph($"{chunk.Select(line => Line(line, actor)).Aggregate((text, line) => RichLine.Of($"{text}\n{line}"))}")));

    private static RichLine Line(CandidateLine line, string actor) => line switch
    {
        { Title: null } => RichLine.Of($"{Lead(line)}"),
        _ when line.Actor is null or Anybody || line.Actor == actor => RichLine.Of($"{Lead(line)}{line.Title:bold} {Often(line)}"),
        _ => RichLine.Of($"{Lead(line)}{line.Title:bold} {Often(line)} · {line.Actor:italic}"),
    };

    // Three no-break blanks a level: rich text has no indented paragraphs.
    private static UntrustedText Lead(CandidateLine line)
    {
        var lead = line.After is null ? line.Lead : $"mostly after “{line.After}”:";
        var opening = line.Marker.Length == 0 ? "•" : line.Marker;
        return new string('\u00A0', 3 * line.Depth) + opening + (lead.Length == 0 ? " " : $" {(line.Marker.Length == 0 ? lead : char.ToUpperInvariant(lead[0]) + lead[1..]).TrimEnd()} ");
    }

    // Where the lead says in how many cases, the step need not say it again; of a single case there is nothing to count.
    private static UntrustedText Often(CandidateLine line)
    {
        var support = new Support(line.Cases, line.OfCases);
        var cases = Plainly.Cases(support);
        return support.Of <= 1 || line.Lead.Contains(cases, StringComparison.Ordinal) ? "" : line.IsOptional ? $"· {Plainly.HowOften(support).ToLowerInvariant()}, {cases}" : $"· {cases}";
    }
}
