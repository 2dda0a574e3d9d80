using System.Text.RegularExpressions;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>What an ordinary wiki page turned out to say. It is never refused: what was left out is named.</summary>
/// <param name="Procedure">Null where no steps were found.</param>
/// <param name="Problems">What a person should look at, by line.</param>
public sealed record WikiReading(Procedure? Procedure, IReadOnlyList<PageProblem> Problems);

/// <summary>
/// Reads a procedure out of a page that somebody wrote for people: the first heading is its title, what stands under "When" or "Purpose" says when it
/// applies, the lists are its steps. Lists under "Contacts", "Links" and the like are left alone, and so is prose.
/// </summary>
public sealed partial class WikiPage
{
    private const int LongestPage = 200_000;
    private const string Untitled = "Procedure from a page";

    private static readonly string[] TriggerHeadings = ["when", "when to use", "when to use this", "purpose", "trigger", "scope", "overview", "summary", "background", "symptoms", "symptom", "goal", "description", "about", "problem", "introduction"];
    private static readonly string[] StepHeadings = ["step", "procedure", "process", "instruction", "how to", "resolution", "workflow", "runbook", "solution", "what to do", "checklist", "actions", "playbook"];
    private static readonly string[] AsideHeadings = ["contact", "link", "reference", "related", "see also", "change", "history", "faq", "note", "table of contents", "contents", "prerequisite", "requirement", "glossary", "owner", "escalation contacts", "example", "resources", "metadata"];

    private readonly List<PageProblem> problems = [];
    private readonly List<ProcedureStep> steps = [];
    private readonly string writtenBy;

    private WikiPage(string writtenBy) => this.writtenBy = writtenBy;

    /// <param name="writtenBy">Who stands by the steps.</param>
    public static WikiReading Read(string markdown, string writtenBy) => new WikiPage(writtenBy).Read(markdown.Length <= LongestPage ? markdown : markdown[..LongestPage]);

    private WikiReading Read(string markdown)
    {
        var sections = PageSection.Of(markdown);
        var flow = Steps(sections);
        if (steps.Count == 0)
        {
            problems.Add(new(1, "No steps were found; write them as a list, one line each, under a heading “Steps”."));
            return new(null, problems);
        }
        var (title, trigger) = (Title(sections), Trigger(sections));
        if (trigger.Length == 0) problems.Add(new(1, "The page does not say when it applies; put a sentence under a heading “When”."));
        var procedure = new Procedure(Cut(1, title, Procedure.LongestTitle), Cut(1, trigger, Procedure.LongestTrigger), steps, flow, steps.Count + 1);
        problems.AddRange(ProcedureProblem.InWhole(procedure).Where(problem => problem is not ProcedureProblem.NoTrigger).Select(problem => new PageProblem(1, problem.Say())));
        return new(procedure, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static string Title(List<PageSection> sections)
    {
        var heading = sections.Where(section => section.Level > 0).OrderBy(section => section.Level == 1 ? 0 : 1).FirstOrDefault(section => section.Level == 1 || !Is(section, StepHeadings) && !Is(section, TriggerHeadings));
        var title = WikiText.Plain(heading?.Heading ?? sections[0].Lines.FirstOrDefault(line => PageItem.Of(line.Line, line.Text) is null).Text ?? "");
        return title.Length > 0 ? title : Untitled;
    }

    /// <summary>Under a heading that says so; else the first prose of the page.</summary>
    private static string Trigger(List<PageSection> sections)
    {
        var told = sections.Where(section => Is(section, TriggerHeadings)).SelectMany(section => section.Lines).Select(line => line.Text).ToList();
        if (told.Count == 0) told = [.. sections.Where(section => section.Level <= 1).SelectMany(section => section.Lines).TakeWhile(line => PageItem.Of(line.Line, line.Text) is null).Select(line => line.Text)];
        return WikiText.Plain(string.Join(' ', told.Select(text => PageItem.Of(0, text)?.Text ?? text.Trim())));
    }

    /// <summary>The lists under headings of steps; where there is none, all lists but asides; where there are none either, headings such as "Step 1: Ask".</summary>
    private StepFlow.InOrder Steps(List<PageSection> sections)
    {
        var lists = sections.Select(section => (Section: section, Items: Items(section))).Where(list => list.Items.Count > 0 && !Is(list.Section, TriggerHeadings)).ToList();
        var called = lists.FindAll(list => Is(list.Section, StepHeadings));
        var read = called.Count > 0 ? called : lists.FindAll(list => !Is(list.Section, AsideHeadings));
        if (read.Count > 0) return Sequence([.. read.SelectMany(list => PageItem.Nest(list.Items))]);
        return new([.. sections.Select(section => (section.Line, Match: StepHeading().Match(section.Heading))).Where(step => step.Match.Success).Select(step => Step(step.Line, step.Match.Groups[1].Value)).OfType<StepFlow>()]);
    }

    private static List<PageItem> Items(PageSection section)
    {
        var items = new List<PageItem>();
        foreach (var (line, text) in section.Lines)
            if (PageItem.Of(line, text) is { } item) items.Add(item);
            else if (items.Count > 0 && char.IsWhiteSpace(text[0])) items[^1] = items[^1] with { Text = $"{items[^1].Text} {text.Trim()}" };
        return items;
    }

    private StepFlow.InOrder Sequence(IReadOnlyList<PageItem> items)
    {
        var parts = new List<StepFlow>();
        foreach (var item in items)
        {
            if (parts is [.., StepFlow.OneOf { Branches: [.., { When: null, Part: null }] } choice] && Leads.IsOtherWay(WikiText.Plain(item.Text)) && item.Under.Count > 0)
                parts[^1] = new StepFlow.OneOf([.. choice.Branches.SkipLast(1), new(null, Sequence(item.Under))]);
            else parts.AddRange(Parts(item));
        }
        return new(parts);
    }

    /// <summary>What stands under a step is done after it; under "If …", only then.</summary>
    private IEnumerable<StepFlow> Parts(PageItem item)
    {
        var text = WikiText.Plain(item.Text);
        if (Leads.Is(text, Leads.AnyOrder)) return [new StepFlow.AnyOrder([.. item.Under.Select(under => new StepFlow.InOrder([.. Parts(under)]))])];
        if (Leads.Is(text, Leads.OneOf) || Leads.Is(text, Leads.Either)) return [new StepFlow.OneOf([.. item.Under.Select(under => new Branch(null, new StepFlow.InOrder([.. Parts(under)])))])];
        if (Leads.Condition(text, item.Under.Count > 0) is not var (when, then)) return [.. Step(item.Line, text) is { } step ? [step] : Array.Empty<StepFlow>(), .. Sequence(item.Under).Parts];
        StepFlow[] done = [.. then.Length > 0 && Step(item.Line, then) is { } first ? [first] : Array.Empty<StepFlow>(), .. Sequence(item.Under).Parts];
        return [new StepFlow.OneOf([new(Cut(item.Line, when, Branch.LongestWhen), new StepFlow.InOrder(done)), new(null, null)])];
    }

    private StepFlow.Do? Step(int line, string written)
    {
        var optional = OptionalNote().Match(written);
        var title = WikiText.Plain(optional.Success ? written.Remove(optional.Index, optional.Length) : written);
        if (title.Length == 0) return null;
        var id = Procedure.Id(steps.Count + 1);
        steps.Add(new(id, Cut(line, char.ToUpperInvariant(title[0]) + title[1..], ProcedureStep.LongestTitle), default, writtenBy) { Optional = optional.Success });
        return new(id);
    }

    private string Cut(int line, string text, int most)
    {
        if (text.Length > most) problems.Add(new(line, $"“{Shortened.Of(text, 40)}” is longer than {most} characters and was cut; shorten it."));
        return Shortened.Of(text, most);
    }

    private static bool Is(PageSection section, string[] headings)
    {
        var heading = WikiText.Plain(section.Heading).TrimEnd(':').ToLowerInvariant();
        return headings.Any(name => heading.StartsWith(name, StringComparison.Ordinal)) && !StepHeading().IsMatch(section.Heading);
    }

    [GeneratedRegex(@"^\W*step\s+\d+\W+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex StepHeading();

    [GeneratedRegex(@"\s*\(optional\)|^optional(?:ly)?[:,]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex OptionalNote();
}
