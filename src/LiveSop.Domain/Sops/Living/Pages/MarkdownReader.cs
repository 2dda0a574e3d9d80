using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>Reads a page that was written of a procedure and edited since. All of it is text of a person: data.</summary>
internal sealed class MarkdownReader(Procedure before, string writtenBy)
{
    private const int LongestPage = 100_000;

    private readonly List<PageProblem> problems = [];
    private string title = "";
    private string trigger = "";
    private int stepsLine = 1;
    private StepLines? steps;

    public PageReading Read(string text)
    {
        if (text.Length > LongestPage) return new PageReading.Unclear([new(1, $"The page has {Plainly.Count(text.Length)} characters; at most {Plainly.Count(LongestPage)} are read.")]);
        foreach (var section in PageSection.Of(text)) Section(section);
        if (steps is null) problems.Add(new(1, "There is no heading “## Steps”; put it above the steps."));
        var procedure = Procedure();
        if (procedure is not null) problems.AddRange(ProcedureProblem.InWhole(procedure).Select(problem => new PageProblem(problem is ProcedureProblem.NoTitle ? 1 : stepsLine, problem.Say())));
        return problems.Count > 0 || procedure is null ? new PageReading.Unclear([.. problems.OrderBy(problem => problem.Line)]) : new PageReading.Understood(procedure);
    }

    private void Section(PageSection section)
    {
        if (section.Level == 1 && title.Length == 0)
        {
            title = Same(before.Title, PageText.Unescape(section.Heading));
            Unread(section);
        }
        else if (section.IsCalled("When")) trigger = Same(before.Trigger, PageText.Unescape(string.Join(' ', section.Lines.Select(line => line.Text.Trim()))));
        else if (section.IsCalled("Steps") && steps is null)
        {
            stepsLine = section.Line;
            steps = new StepLines(before, writtenBy, problems);
            steps.Read(section.Lines);
        }
        else if (section.Level == 0) Unread(section);
        else problems.Add(new(section.Line, $"The heading “{Shortened.Of(PageText.Unescape(section.Heading), 40)}” has no place here; only “When” and “Steps” are kept. Delete it with what stands under it."));
    }

    private void Unread(PageSection section)
    {
        if (section.Lines is [var first, ..]) problems.Add(new(first.Line, "This would be lost: only the title, “When” and “Steps” are kept. Move it there or delete it."));
    }

    private Procedure? Procedure() => steps is null || problems.Count > 0 ? null
        : before.Over(steps.Steps, steps.Flow, steps.NextStep) with { Title = title, Trigger = trigger };

    /// <summary>What was shown on one line and left as it was stays as it was.</summary>
    internal static string Same(string old, string now) => Untrusted.OneLine(old) == now ? old : now;
}
