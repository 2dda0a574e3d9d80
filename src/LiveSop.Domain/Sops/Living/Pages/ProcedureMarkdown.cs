using System.Globalization;
using System.Text;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>
/// A procedure as a page that a person edits in any editor and gives back. Each step ends in a mark such as <c>{#s3}</c>, plain text that outlives
/// editors which drop comments; it tells a reworded or moved step from a new one.
/// </summary>
public static class ProcedureMarkdown
{
    private const int Indent = 4;

    private const string Guide =
        "> Change words, order and lines as you like. A mark such as {#s3} says which step a line is: leave it with its step. A line without a mark is a new step; a step whose line is gone is removed. " +
        "After a step may stand (optional), (owner: Support engineer) or (optional, owner: Support engineer). Steps may be put, indented, under “If …:”, “One of these:”, “In any order:” and “Repeat if needed:”.";

    /// <returns>Markdown, line feeds only, one at the end.</returns>
    public static string Write(Procedure procedure)
    {
        var page = new StringBuilder();
        page.Append("# ").Append(PageText.Escape(procedure.Title)).Append("\n\n").Append(Guide).Append("\n\n## When\n\n");
        page.Append(PageText.Escape(procedure.Trigger)).Append("\n\n## Steps\n\n");
        Numbered(page, procedure, procedure.Flow, 0);
        return page.ToString();
    }

    /// <param name="before">The procedure that was written; steps are known by their marks.</param>
    /// <param name="writtenBy">Who stands by the new steps.</param>
    public static PageReading Read(string text, Procedure before, string writtenBy) => new MarkdownReader(before, writtenBy).Read(text);

    private static void Numbered(StringBuilder page, Procedure procedure, StepFlow flow, int depth)
    {
        var number = 1;
        foreach (var part in flow is StepFlow.InOrder all ? all.Parts : [flow]) Item(page, procedure, part, string.Create(CultureInfo.InvariantCulture, $"{number++}."), depth);
    }

    private static void Item(StringBuilder page, Procedure procedure, StepFlow flow, string marker, int depth)
    {
        Line(page, depth, marker, Lead(flow) ?? Step(procedure.Step(((StepFlow.Do)flow).Step)!));
        switch (flow)
        {
            case StepFlow.InOrder:
                Numbered(page, procedure, flow, depth + 1);
                break;
            case StepFlow.AnyOrder all:
                foreach (var part in all.Parts) Item(page, procedure, part, "-", depth + 1);
                break;
            case StepFlow.Again again:
                Numbered(page, procedure, again.Part, depth + 1);
                if (again.Redo is not { } redo) break;
                Line(page, depth + 1, "-", Leads.BeforeAgain);
                Numbered(page, procedure, redo, depth + 2);
                break;
            case StepFlow.OneOf choice when Leads.Only(choice) is { Part: { } part }:
                Numbered(page, procedure, part, depth + 1);
                break;
            case StepFlow.OneOf choice:
                foreach (var (at, branch) in choice.Branches.Index()) Way(page, procedure, branch, at, depth + 1);
                break;
        }
    }

    private static void Way(StringBuilder page, Procedure procedure, Branch branch, int at, int depth)
    {
        var lead = branch.When is { } when ? Leads.If(PageText.Escape(when)) : at == 0 ? Leads.Either : Leads.Or;
        Line(page, depth, "-", branch.Part is not null ? lead : branch.When is null ? Leads.OrNothing : lead + Leads.Nothing);
        if (branch.Part is { } part) Numbered(page, procedure, part, depth + 1);
    }

    private static string? Lead(StepFlow flow) => flow switch
    {
        StepFlow.Do => null,
        StepFlow.AnyOrder => Leads.AnyOrder,
        StepFlow.Again => Leads.Again,
        StepFlow.OneOf choice => Leads.Only(choice) is { When: { } when } ? Leads.If(PageText.Escape(when)) : Leads.OneOf,
        _ => Leads.InOrder,
    };

    private static string Step(ProcedureStep step)
    {
        var owner = step.Owner is { } role ? "owner: " + PageText.Escape(role) : null;
        var notes = string.Join(", ", new[] { step.Optional ? "optional" : null, owner }.OfType<string>());
        return $"{PageText.Escape(step.Title)} {(notes.Length > 0 ? $"({notes}) " : "")}{{#{step.Id}}}";
    }

    private static void Line(StringBuilder page, int depth, string marker, string text) => page.Append(' ', depth * Indent).Append(marker).Append(' ').Append(text).Append('\n');
}
