using System.Text;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>The process tree read aloud: sequence as numbers, choice as "Either", parallel as "In any order", a loop as "Repeat if needed".</summary>
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
        var (main, rare) = ReadingOrder.Of(sop);
        list.Numbered(main, 0);
        if (rare.Count > 0) list.Also(rare);
        return list.text.ToString();
    }

    /// <summary>What few cases need stands apart, so that the main path can be read at a glance.</summary>
    private void Also(IReadOnlyList<int> rare)
    {
        text.Append("\nSometimes also:\n\n");
        foreach (var index in rare)
        {
            var step = sop.Steps[index];
            var before = sop.Edges.Where(edge => edge.To == step.Id && edge.From != step.Id).OrderByDescending(edge => edge.Cases).FirstOrDefault();
            var after = before is null ? null : sop.Steps.FirstOrDefault(other => other.Id == before.From)?.Title;
            OfStep(step, "- ", 0, after is null ? $"In {Plainly.Cases(step.Support)}:" : $"In {Plainly.Cases(step.Support)}, mostly after “{Untrusted.Markdown(after)}”:");
        }
    }

    /// <summary>The parts of a sequence under numbers; anything else as the only number.</summary>
    private void Numbered(ProcessTree tree, int depth)
    {
        var number = 1;
        foreach (var child in tree is ProcessTree.Sequence sequence ? sequence.Children : [tree])
            if (child is not ProcessTree.Tau) Item(child, $"{number++}. ", depth, "");
    }

    private void Item(ProcessTree tree, string marker, int depth, string opening)
    {
        switch (tree)
        {
            case ProcessTree.Activity leaf:
                OfStep(sop.Steps[leaf.Index], marker, depth, opening);
                break;
            case ProcessTree.Choice choice:
                OfChoice(choice, marker, depth, opening);
                break;
            case ProcessTree.Parallel parallel:
                Line(depth, marker, Join(opening, "In any order:"));
                foreach (var child in parallel.Children.Where(child => child is not ProcessTree.Tau)) Item(child, "- ", depth + 1, "");
                break;
            case ProcessTree.Loop loop:
                OfLoop(loop, marker, depth, opening);
                break;
            case ProcessTree.Sequence:
                Line(depth, marker, Join(opening, "In this order:"));
                Numbered(tree, depth + 1);
                break;
        }
    }

    private void OfChoice(ProcessTree.Choice choice, string marker, int depth, string opening)
    {
        var visible = choice.Children.Where(child => child is not ProcessTree.Tau).ToList();
        var skippable = visible.Count < choice.Children.Count;
        if (visible is [var only])
        {
            Item(only, marker, depth, Join(opening, $"Sometimes ({Share(only)}):"));
            return;
        }
        Line(depth, marker, Join(opening, skippable ? "One of these, or none:" : "Either"));
        for (var i = 0; i < visible.Count; i++)
            Item(visible[i], "- ", depth + 1, (i > 0 && !skippable ? "or, " : "") + $"in {Share(visible[i])}:");
    }

    private void OfLoop(ProcessTree.Loop loop, string marker, int depth, string opening)
    {
        if (loop.Redo is ProcessTree.Tau)
        {
            Item(loop.Do, marker, depth, Join(opening, "Repeat if needed:"));
            return;
        }
        Line(depth, marker, Join(opening, "Repeat if needed:"));
        if (loop.Do is ProcessTree.Tau)
        {
            Item(loop.Redo, "- ", depth + 1, "any number of times:");
            return;
        }
        Item(loop.Do, "- ", depth + 1, "");
        Item(loop.Redo, "- ", depth + 1, "before doing it again:");
    }

    private void OfStep(Step step, string marker, int depth, string opening)
    {
        var counted = opening.Contains(Plainly.Cases(step.Support), StringComparison.Ordinal);
        Line(depth, marker, Join(opening, $"**{Untrusted.Markdown(step.Title)}**"));
        var facts = new List<string> { Untrusted.Markdown(step.Actor) };
        if (step.MedianSeconds is { } seconds) facts.Add(seconds < AtOnce ? "at once" : $"about {Plainly.Duration(seconds)} after the last message");
        if (!counted) facts.Add($"in {Plainly.Cases(step.Support)}");
        Line(depth + 1, "- ", string.Join(", ", facts));
        if (EvidenceText.Examples(step.Wordings, MostWordings) is { Count: > 0 } examples) Line(depth + 1, "- ", "for example: " + string.Join(" or ", examples));
        Line(depth + 1, "- ", "evidence: " + EvidenceText.References(step.Evidence));
    }

    private string Share(ProcessTree tree) => Plainly.Cases(new Support(Flow.Cases(tree, sop), sop.Cases.Count));

    /// <summary>"in 3 of 9 cases:" and "In any order:" are "in 3 of 9 cases, in any order:".</summary>
    private static string Join(string opening, string rest)
    {
        if (opening.Length == 0) return rest;
        return rest[0] == '*' ? $"{opening} {rest}" : $"{opening.TrimEnd(':')}, {char.ToLowerInvariant(rest[0])}{rest[1..]}";
    }

    private void Line(int depth, string marker, string line) =>
        text.Append(' ', depth * Indent).Append(marker).Append(marker == "- " || line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..]).Append('\n');
}
