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
        .. Lines(candidate.Main, Actor(candidate)),
        .. Rare(candidate),
        new Context(Mrkdwn.Of($"Mined from {candidate.Cases} cases; mostly done by: {Actor(candidate)}. Nobody has reviewed it yet: look at the talk behind it before you rely on a step.")),
    ];

    private static IEnumerable<Block> Rare(Candidate candidate) =>
        candidate.Rare.Count == 0 ? [] : [new Section(Mrkdwn.Of($"*Sometimes also*")), .. Lines(candidate.Rare, Actor(candidate))];

    /// <summary>Who does most of it: said once, and then only where it is somebody else.</summary>
    private static string Actor(Candidate candidate) =>
        candidate.Main.Concat(candidate.Rare).Select(line => line.Actor).OfType<string>().CountBy(actor => actor).OrderByDescending(actor => actor.Value).ThenBy(actor => actor.Key, StringComparer.Ordinal)
            .Select(actor => actor.Key).FirstOrDefault("responder");

    private static IEnumerable<Block> Lines(IReadOnlyList<CandidateLine> lines, string actor) => lines.Chunk(LinesAtOnce)
        .Select(chunk => new RichText(Rich.Paragraph($"{chunk.Select(line => Line(line, actor)).Aggregate((text, line) => RichLine.Of($"{text}\n{line}"))}")));

    private static RichLine Line(CandidateLine line, string actor) => line switch
    {
        { Title: null } => RichLine.Of($"{Lead(line)}"),
        _ when line.Actor == actor => RichLine.Of($"{Lead(line)}{line.Title:bold} {Often(line)}"),
        _ => RichLine.Of($"{Lead(line)}{line.Title:bold} {Often(line)} {line.Actor:italic}"),
    };

    // Three no-break blanks a level: rich text has no indented paragraphs.
    private static UntrustedText Lead(CandidateLine line)
    {
        var lead = line.After is null ? line.Lead : $"mostly after “{line.After}”:";
        var opening = line.Marker.Length == 0 ? "•" : line.Marker;
        return new string('\u00A0', 3 * line.Depth) + opening + (lead.Length == 0 ? " " : $" {(line.Marker.Length == 0 ? lead : char.ToUpperInvariant(lead[0]) + lead[1..]).TrimEnd()} ");
    }

    // Where the lead says in how many cases, the step need not say it again.
    private static UntrustedText Often(CandidateLine line)
    {
        var support = new Support(line.Cases, line.OfCases);
        var cases = Plainly.Cases(support);
        return line.Lead.Contains(cases, StringComparison.Ordinal) ? "" : line.IsOptional ? $"· {Plainly.HowOften(support).ToLowerInvariant()}, {cases}" : $"· {cases}";
    }
}
