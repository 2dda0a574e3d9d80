using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>Reads the lines under "Steps" as a flow, and names by its line what cannot be read.</summary>
internal sealed class StepLines(Procedure before, string writtenBy, List<PageProblem> problems)
{
    private static readonly StepFlow Empty = new StepFlow.InOrder([]);

    private readonly StepMarks marks = new(before, writtenBy, problems);
    private readonly Dictionary<string, string> conditions = Conditions(before.Flow).DistinctBy(Untrusted.OneLine).ToDictionary(Untrusted.OneLine, StringComparer.Ordinal);

    public IReadOnlyList<ProcedureStep> Steps => marks.Steps;

    public int NextStep => marks.NextStep;

    public StepFlow Flow { get; private set; } = Empty;

    public void Read(IReadOnlyList<(int Line, string Text)> lines)
    {
        var items = new List<PageItem>();
        foreach (var (line, text) in lines)
        {
            if (PageItem.Of(line, text) is { } item) items.Add(item);
            else if (items.Count > 0 && char.IsWhiteSpace(text[0])) items[^1] = items[^1] with { Text = $"{items[^1].Text} {text.Trim()}" };
            else problems.Add(new(line, "This is no step; begin the line with “1.” or “-”, or delete it."));
        }
        Flow = Sequence(PageItem.Nest(items));
    }

    private StepFlow.InOrder Sequence(IReadOnlyList<PageItem> items)
    {
        var parts = new List<StepFlow>();
        foreach (var item in items)
        {
            if (parts is [.., StepFlow.OneOf { Branches: [.., { When: null, Part: null }] } choice] && IsFurtherWay(item)) parts[^1] = new StepFlow.OneOf([.. choice.Branches.SkipLast(1), Way(item)]);
            else parts.Add(Part(item));
        }
        return new(parts);
    }

    /// <summary>"Otherwise:" and "Or if …:" go on with the "If …:" before them.</summary>
    private static bool IsFurtherWay(PageItem item) => !StepMarks.IsMarked(item.Text)
        && (Leads.IsOtherWay(item.Text) || (item.Text.StartsWith("Or if ", StringComparison.OrdinalIgnoreCase) && Leads.Condition(item.Text, item.Under.Count > 0) is not null));

    private StepFlow Part(PageItem item)
    {
        if (StepMarks.IsMarked(item.Text)) return Step(item);
        if (Leads.Is(item.Text, Leads.InOrder)) return Block(item, Sequence);
        if (Leads.Is(item.Text, Leads.AnyOrder)) return Block(item, under => new StepFlow.AnyOrder([.. under.Select(Part)]));
        if (Leads.Is(item.Text, Leads.OneOf)) return Block(item, under => new StepFlow.OneOf([.. under.Select(Way)]));
        if (Leads.Is(item.Text, Leads.Again)) return Block(item, Again);
        if (Leads.Condition(item.Text, item.Under.Count > 0) is not null) return new StepFlow.OneOf([Way(item), new(null, null)]);
        return Step(item);
    }

    private StepFlow Block(PageItem item, Func<IReadOnlyList<PageItem>, StepFlow> read)
    {
        if (item.Under.Count > 0) return read(item.Under);
        problems.Add(new(item.Line, $"Nothing stands under “{Shortened.Of(PageText.Unescape(item.Text), 40)}”; put its steps there, indented, or delete the line."));
        return Empty;
    }

    private StepFlow.Again Again(IReadOnlyList<PageItem> under)
    {
        var between = under.FirstOrDefault(item => !StepMarks.IsMarked(item.Text) && Leads.Is(item.Text, Leads.BeforeAgain));
        return new(Sequence([.. under.Where(item => item != between)]), between is null ? null : Block(between, Sequence));
    }

    private Branch Way(PageItem item)
    {
        if (StepMarks.IsMarked(item.Text)) return new(null, Step(item));
        if (Leads.IsNothing(item.Text) && item.Under.Count == 0) return new(null, null);
        if (Leads.IsOtherWay(item.Text)) return new(null, Block(item, Sequence));
        if (Leads.Condition(item.Text, item.Under.Count > 0) is not var (when, then)) return new(null, Part(item));
        return new(Condition(item.Line, when), then switch
        {
            "" => Block(item, Sequence),
            Leads.Nothing => null,
            _ => Step(item with { Text = then }),
        });
    }

    private string Condition(int line, string written)
    {
        var when = PageText.Unescape(written);
        if (when.Length == 0) problems.Add(new(line, "The condition has no words; write it between “If” and the colon."));
        problems.AddRange(ProcedureProblem.InCondition(when).Select(problem => new PageProblem(line, problem.Say())));
        return conditions.GetValueOrDefault(when, when);
    }

    private StepFlow.Do Step(PageItem item)
    {
        if (item.Under is [var first, ..])
            problems.Add(new(first.Line, "Nothing can stand under a step; move it out, or let the line above be “If …:”, “One of these:”, “In any order:” or “Repeat if needed:”."));
        return new(marks.Step(item));
    }

    private static IEnumerable<string> Conditions(StepFlow flow) =>
        (flow is StepFlow.OneOf choice ? choice.Branches.Select(branch => branch.When).OfType<string>() : []).Concat(flow.Children.SelectMany(Conditions));
}
