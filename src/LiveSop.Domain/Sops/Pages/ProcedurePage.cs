using System.Text;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>Writes a procedure as the page that one reads, prints and hands on. It is not read back: for that there is <see cref="Living.Pages.ProcedureMarkdown"/>.</summary>
public sealed class ProcedurePage
{
    private const int Indent = 3;

    private readonly StringBuilder text = new();
    private readonly Procedure procedure;

    private ProcedurePage(Procedure procedure) => this.procedure = procedure;

    /// <param name="standing">Which version it is, and who approved it: one line of text.</param>
    /// <param name="picture">The name of a file beside the page; null where there is none.</param>
    /// <returns>Markdown, line feeds only, one at the end.</returns>
    public static string Write(Procedure procedure, string standing, string? picture = null) => new ProcedurePage(procedure).Write(standing, picture);

    private string Write(string standing, string? picture)
    {
        Paragraph($"# {Untrusted.Markdown(procedure.Title)}");
        Paragraph(Untrusted.Markdown(standing));
        if (procedure.Cases > 0) Paragraph(Figures());
        Paragraph("## When");
        Paragraph(Untrusted.Markdown(procedure.Trigger));
        Paragraph("## Steps");
        var outline = Outline.Of(procedure);
        foreach (var line in outline.Main) Line(line);
        if (outline.Rare.Count > 0) text.Append("\nSometimes also:\n\n");
        foreach (var line in outline.Rare) Line(line);
        if (picture is not null) text.Append("\n## Workflow\n\n![The steps as boxes, arrows from each to those that follow](").Append(picture).Append(")\n");
        return text.ToString();
    }

    private string Figures()
    {
        var figures = $"Seen in {Plainly.Cases(procedure.Cases)}";
        if (procedure.MedianSeconds is { } seconds) figures += $"; a typical case takes {Plainly.Duration(seconds)}";
        return procedure.LastSeen is { } day ? $"{figures}; last on {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}." : figures + ".";
    }

    private void Line(OutlineLine line)
    {
        var lead = line.After is null ? line.Lead : $"mostly after “{Untrusted.Markdown(line.After)}”:";
        if (line.When is { } when) lead = $"{lead} if {Untrusted.Markdown(when)}:".TrimStart();
        var said = line.Step is { } step ? $"{lead}{(lead.Length == 0 || lead.EndsWith(' ') ? "" : " ")}{Step(procedure.Steps[step])}" : lead;
        text.Append(' ', line.Depth * Indent).Append(line.Marker.Length == 0 ? "-" : line.Marker).Append(' ').Append(said.Length == 0 ? said : char.ToUpperInvariant(said[0]) + said[1..]).Append('\n');
    }

    private static string Step(ProcedureStep step)
    {
        var notes = new[]
        {
            step.Support.Cases == 0 ? "added by hand" : step.Optional ? $"{Plainly.HowOften(step.Support).ToLowerInvariant()}, {Plainly.Cases(step.Support)}" : Plainly.Cases(step.Support),
            step.Optional && step.Support.Cases == 0 ? "if needed" : null,
            step.Owner is { } owner ? $"done by {Untrusted.Markdown(owner)}" : null,
        };
        return $"**{Untrusted.Markdown(step.Title)}** ({string.Join(", ", notes.OfType<string>())})";
    }

    private void Paragraph(string line) => text.Append(line).Append("\n\n");
}
