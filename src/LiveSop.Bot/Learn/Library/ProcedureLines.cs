using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Library;

/// <summary>The steps of a procedure read aloud, line by line. Everything mined or typed stands in rich text, of which Slack parses nothing.</summary>
internal static class ProcedureLines
{
    /// <summary>A block of rich text holds 3,000 characters; so many lines surely fit.</summary>
    private const int LinesAtOnce = 12;

    public static IEnumerable<Block> Of(Procedure procedure)
    {
        var outline = Outline.Of(procedure);
        var lines = new Lines(procedure, MostlyBy(procedure));
        return outline.Rare.Count == 0
            ? lines.Blocks(outline.Main)
            : [.. lines.Blocks(outline.Main), new Section(Mrkdwn.Of($"*Sometimes also*")), .. lines.Blocks(outline.Rare)];
    }

    /// <summary>Who does most of it, as a line; nothing where nobody has said.</summary>
    public static Mrkdwn DoneBy(Procedure procedure) => MostlyBy(procedure) is { } owner ? Mrkdwn.Of($"Mostly done by: {(UntrustedText)owner}.\n") : Mrkdwn.Of($"");

    /// <summary>Said once, and then only where it is somebody else.</summary>
    private static string? MostlyBy(Procedure procedure) =>
        procedure.Steps.Select(step => step.Owner ?? "").CountBy(owner => owner).OrderByDescending(owner => owner.Value).ThenBy(owner => owner.Key, StringComparer.Ordinal)
            .Select(owner => owner.Key).FirstOrDefault("") is { Length: > 0 } owner ? owner : null;

    private readonly struct Lines(Procedure procedure, string? mostlyBy)
    {
        public IEnumerable<Block> Blocks(IReadOnlyList<OutlineLine> lines)
        {
            var self = this;
            return lines.Chunk(LinesAtOnce).Select(chunk => new RichText(Rich.Paragraph($"{chunk.Select(self.Line).Aggregate((text, line) => RichLine.Of($"{text}\n{line}"))}")));
        }

        private RichLine Line(OutlineLine line)
        {
            var lead = line.When is { } when ? RichLine.Of($"{Lead(line)}If {(UntrustedText)when:italic}: ") : RichLine.Of($"{Lead(line)}");
            if (line.Step is not { } index) return lead;
            var step = procedure.Steps[index];
            return step.Owner is { } owner && owner != mostlyBy
                ? RichLine.Of($"{lead}{(UntrustedText)step.Title:bold} {Often(step, line)} · {(UntrustedText)owner:italic}")
                : RichLine.Of($"{lead}{(UntrustedText)step.Title:bold} {Often(step, line)}");
        }

        // Three no-break blanks a level: rich text has no indented paragraphs.
        private static UntrustedText Lead(OutlineLine line)
        {
            var lead = line.After is null ? line.Lead : $"mostly after “{line.After}”:";
            var opening = line.Marker.Length == 0 ? "•" : line.Marker;
            return new string('\u00A0', 3 * line.Depth) + opening + (lead.Length == 0 ? " " : $" {(line.Marker.Length == 0 ? lead : char.ToUpperInvariant(lead[0]) + lead[1..]).TrimEnd()} ");
        }

        // Where the lead says in how many cases, the step need not say it again; of a single case there is nothing to count.
        private static UntrustedText Often(ProcedureStep step, OutlineLine line)
        {
            if (step.Support.Cases == 0) return step.Support.Of > 0 ? $"· added by hand, in none of {Plainly.Cases(step.Support.Of)} yet" : "· added by hand";
            var cases = Plainly.Cases(step.Support);
            if (step.Support.Of <= 1 || line.Lead.Contains(cases, StringComparison.Ordinal)) return step.Optional && step.Support.Of > 1 ? "" : step.Optional ? "· if needed" : "";
            return step.Optional ? $"· {Plainly.HowOften(step.Support).ToLowerInvariant()}, {cases}" : $"· {cases}";
        }
    }
}
