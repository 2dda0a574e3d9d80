using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>A candidate read aloud, line by line. Everything mined stands in rich text, of which Slack parses nothing.</summary>
internal static class StepsModal
{
    private static readonly SlackAction Callback = new("candidate.steps.view");

    /// <summary>A block of rich text holds 3,000 characters; so many lines surely fit.</summary>
    private const int LinesAtOnce = 12;

    /// <summary>What stands there while the steps are fetched: it must open within three seconds of the press.</summary>
    public static Modal Opening(string externalId) => new(Callback, PlainText.Of($"Steps"), [new Section(Mrkdwn.Of($"Fetching the steps …"))]) { ExternalId = externalId, Close = PlainText.Of($"Close") };

    public static Modal Gone() => new(Callback, PlainText.Of($"Steps"), [new Section(Mrkdwn.Of($"These steps are not to be seen here any more. `/sop mine` finds what there is now."))]) { Close = PlainText.Of($"Close") };

    public static Modal Render(Candidate candidate) => new(Callback, PlainText.Of($"Steps"), View.Fit(Blocks(candidate))) { Close = PlainText.Of($"Close") };

    private static List<Block> Blocks(Candidate candidate) =>
    [
        new Header(PlainText.Of($"{candidate.Title}")),
        Section.Plain(PlainText.Of($"{candidate.Trigger}")),
        new Divider(),
        .. Lines(candidate.Main),
        .. Rare(candidate.Rare),
        new Context(Mrkdwn.Of($"Mined from {candidate.Cases} cases. Nobody has reviewed it yet: look at the talk behind it before you rely on a step.")),
    ];

    private static IEnumerable<Block> Rare(IReadOnlyList<CandidateLine> lines) => lines.Count == 0 ? [] : [new Section(Mrkdwn.Of($"*Sometimes also*")), .. Lines(lines)];

    private static IEnumerable<Block> Lines(IReadOnlyList<CandidateLine> lines) => lines.Chunk(LinesAtOnce).Select(chunk => new RichText([.. chunk.Select(Line)]));

    private static RichPart Line(CandidateLine line) => line.Title is null
        ? Rich.Paragraph($"{Lead(line)}\n")
        : Rich.Paragraph($"{Lead(line)}{line.Title:bold}  {Often(line)}, {line.Actor:italic}\n");

    // Three no-break blanks a level: rich text has no indented paragraphs.
    private static UntrustedText Lead(CandidateLine line)
    {
        var lead = line.After is null ? line.Lead : $"mostly after “{line.After}”:";
        var opening = line.Marker.Length == 0 ? "•" : line.Marker;
        return new string('\u00A0', 3 * line.Depth) + opening + (lead.Length == 0 ? " " : $" {(line.Marker.Length == 0 ? lead : char.ToUpperInvariant(lead[0]) + lead[1..]).TrimEnd()} ");
    }

    private static UntrustedText Often(CandidateLine line)
    {
        var support = new Support(line.Cases, line.OfCases);
        return line.IsOptional ? $"{Plainly.HowOften(support).ToLowerInvariant()}, {Plainly.Cases(support)}" : Plainly.Cases(support);
    }
}
