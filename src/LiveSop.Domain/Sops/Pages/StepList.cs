using System.Text;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>A procedure's outline in Markdown, with who, how soon, examples and evidence under each step.</summary>
internal sealed class StepList
{
    private const int Indent = 3;
    private const int MostWordings = 2;
    private const int AtOnce = 5;

    private readonly StringBuilder text = new();

    private readonly Sop sop;

    private StepList(Sop sop) => this.sop = sop;

    public static string Write(Sop sop)
    {
        var list = new StepList(sop);
        var outline = Outline.Of(sop);
        foreach (var line in outline.Main) list.Add(line);
        if (outline.Rare.Count > 0) list.text.Append("\nSometimes also:\n\n");
        foreach (var line in outline.Rare) list.Add(line);
        return list.text.ToString();
    }

    private void Add(OutlineLine line)
    {
        var marker = line.Marker.Length == 0 ? "- " : line.Marker + " ";
        var lead = line.After is null ? line.Lead : $"mostly after “{Untrusted.Markdown(line.After)}”:";
        if (line.Step is { } step) OfStep(sop.Steps[step], marker, line.Depth, lead);
        else Line(line.Depth, marker, lead);
    }

    private void OfStep(Step step, string marker, int depth, string lead)
    {
        var often = step.Optional ? $"{Plainly.HowOften(step.Support).ToLowerInvariant()}, " : "";
        var title = $"**{Untrusted.Markdown(step.Title)}** ({often}{Plainly.Cases(step.Support)})";
        Line(depth, marker, lead.Length == 0 || lead.EndsWith(' ') ? lead + title : $"{lead} {title}");
        var who = Untrusted.Markdown(step.Actor);
        Line(depth + 1, "- ", step.MedianSeconds is { } seconds ? $"{who}, {Soon(seconds)}" : who);
        if (EvidenceText.Examples(step.Wordings, MostWordings) is { Count: > 0 } examples) Line(depth + 1, "- ", "for example: " + string.Join(" or ", examples));
        Line(depth + 1, "- ", "evidence: " + EvidenceText.References(step.Evidence));
    }

    private static string Soon(long seconds) => seconds < AtOnce ? "at once" : $"about {Plainly.Duration(seconds)} after the last message";

    private void Line(int depth, string marker, string line) =>
        text.Append(' ', depth * Indent).Append(marker).Append(marker == "- " || line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..]).Append('\n');
}
