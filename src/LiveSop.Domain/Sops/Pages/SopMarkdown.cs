using System.Text;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>When the cases of an SOP happened, where the source has times.</summary>
/// <param name="MedianSeconds">From the first message of a case to its last; null where unknown.</param>
public sealed record Observed(DateTimeOffset From, DateTimeOffset To, long? MedianSeconds);

/// <summary>Writes an SOP as the page that one hands to a new colleague.</summary>
public static class SopMarkdown
{
    /// <param name="observed">Null where the source has no times.</param>
    /// <returns>Markdown with a Mermaid diagram, line feeds only, one at the end.</returns>
    public static string Write(Sop sop, Observed? observed = null)
    {
        var page = new StringBuilder();
        Line(page, $"# {Untrusted.Markdown(sop.Title)}");
        Line(page, Figures(sop, observed));
        Line(page, "## When");
        Line(page, Untrusted.Markdown(sop.Trigger));
        Line(page, "## Steps");
        page.Append(StepList.Write(sop)).Append('\n');
        Line(page, "## What to look out for");
        foreach (var caution in Cautions.Of(sop)) page.Append("- ").Append(caution).Append('\n');
        page.Append('\n');
        Line(page, "## Quality");
        Line(page, Quality(sop.Quality));
        Line(page, "## Workflow");
        return page.Append("```mermaid\n").Append(WorkflowMermaid.Write(sop)).Append("```\n").ToString();
    }

    private static void Line(StringBuilder page, string text) => page.Append(text).Append("\n\n");

    private static string Figures(Sop sop, Observed? observed)
    {
        var figures = $"Mined from {Plainly.Cases(sop.Cases.Count)}";
        if (observed is null) return figures + ".";
        figures += ", " + Plainly.Period(observed.From, observed.To);
        return observed.MedianSeconds is { } seconds ? $"{figures}; a typical case takes {Plainly.Duration(seconds)}." : figures + ".";
    }

    private static string Quality(SopQuality quality)
    {
        var fit = double.IsFinite(quality.Fitness)
            ? $"These steps explain {Plainly.Percent(quality.Fitness)} of what happened in the cases (fitness {Exactly(quality.Fitness)}). "
            : "How well these steps explain the cases was not measured. ";
        if (!double.IsFinite(quality.Precision)) return fit.TrimEnd();
        return fit + $"Of what they allow at each point, {Plainly.Percent(quality.Precision)} was also seen (precision {Exactly(quality.Precision)}): " + Freedom(quality.Precision);
    }

    private static string Freedom(double precision) => precision switch
    {
        >= 0.75 => "they are specific.",
        >= 0.5 => "they leave some freedom.",
        _ => "they leave much freedom, so use judgement about the order.",
    };

    private static string Exactly(double share) => share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
