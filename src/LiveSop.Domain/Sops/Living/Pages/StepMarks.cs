using System.Text.RegularExpressions;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>Reads a line as a step: its words, its notes in brackets, and the mark that tells which step it is.</summary>
internal sealed partial class StepMarks(Procedure before, string writtenBy, List<PageProblem> problems)
{
    private readonly List<ProcedureStep> steps = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public IReadOnlyList<ProcedureStep> Steps => steps;

    public int NextStep { get; private set; } = before.NextStep;

    public static bool IsMarked(string text) => Mark().IsMatch(text);

    /// <returns>Its id: of a line without a mark a new one.</returns>
    public string Step(PageItem item)
    {
        var (text, id) = Mark().Match(item.Text) is { Success: true } mark ? (item.Text[..mark.Index], mark.Groups["id"].Value) : (item.Text, null);
        var notes = Notes().Match(text);
        var words = PageText.Unescape(notes.Success ? text[..notes.Index] : text);
        var step = Known(item.Line, id) is { } known
            ? known with { Title = MarkdownReader.Same(known.Title, words) }
            : new ProcedureStep(Procedure.Id(NextStep++), words, default, writtenBy);
        step = step with { Optional = notes.Groups["optional"].Length > 0, Owner = Owner(notes.Groups["owner"].Value.Trim(), step.Owner) };
        problems.AddRange(ProcedureProblem.InStep(step).Select(problem => new PageProblem(item.Line, problem.Say())));
        lines[step.Id] = item.Line;
        steps.Add(step);
        return step.Id;
    }

    private ProcedureStep? Known(int line, string? id)
    {
        if (id is null) return null;
        if (lines.TryGetValue(id, out var first))
            problems.Add(new(line, $"The mark {{#{id}}} stands in line {first} already; take it away here, and the line is a new step."));
        else if (before.Step(id) is { } step) return step;
        else problems.Add(new(line, $"The mark {{#{Shortened.Of(id, 20)}}} belongs to no step of this procedure; take it away, and the line is a new step."));
        return null;
    }

    private static string? Owner(string written, string? old)
    {
        var owner = PageText.Unescape(written);
        return owner.Length == 0 ? null : old is null ? owner : MarkdownReader.Same(old, owner);
    }

    [GeneratedRegex(@"(?<!\\)(?:\{#(?<id>\w+)\}|<!--\s*(?<id>s\d+)\s*-->)\s*$")]
    private static partial Regex Mark();

    /// <summary>"(optional)", "(owner: Support engineer)", "(optional, owner: Support engineer)", "(owner: Support engineer, optional)".</summary>
    [GeneratedRegex(@"(?<!\\)\((?:(?<optional>optional)(?:, *owner:(?<owner>.*))?|owner:(?<owner>.*?)(?<optional>(?<!\\), optional)?)\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Notes();
}
