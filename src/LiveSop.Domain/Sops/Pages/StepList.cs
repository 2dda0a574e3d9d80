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
        foreach (var step in rare.Select(index => sop.Steps[index]))
        {
            var before = sop.Edges.Where(edge => edge.To == step.Id && edge.From != step.Id).OrderByDescending(edge => edge.Cases).FirstOrDefault();
            var after = before is null ? null : sop.Steps.FirstOrDefault(other => other.Id == before.From)?.Title;
            OfStep(step, "- ", 0, after is null ? "" : $"mostly after “{Untrusted.Markdown(after)}”:");
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
            Item(only, marker, depth, only is ProcessTree.Activity ? opening : Join(opening, $"{Plainly.HowOften(Support(only))} ({Plainly.Cases(Support(only))}):"));
            return;
        }
        Line(depth, marker, Join(opening, skippable ? "One of these, or none:" : "Either"));
        for (var i = 0; i < visible.Count; i++)
            Item(visible[i], "- ", depth + 1, (i > 0 && !skippable ? "or, " : "") + (visible[i] is ProcessTree.Activity ? "" : $"in {Plainly.Cases(Support(visible[i]))}:"));
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
        var often = step.Optional ? $"{Plainly.HowOften(step.Support).ToLowerInvariant()}, " : "";
        Line(depth, marker, Join(opening, $"**{Untrusted.Markdown(step.Title)}** ({often}{Plainly.Cases(step.Support)})"));
        var who = Untrusted.Markdown(step.Actor);
        Line(depth + 1, "- ", step.MedianSeconds is { } seconds ? $"{who}, {Soon(seconds)}" : who);
        if (EvidenceText.Examples(step.Wordings, MostWordings) is { Count: > 0 } examples) Line(depth + 1, "- ", "for example: " + string.Join(" or ", examples));
        Line(depth + 1, "- ", "evidence: " + EvidenceText.References(step.Evidence));
    }

    private static string Soon(long seconds) => seconds < AtOnce ? "at once" : $"about {Plainly.Duration(seconds)} after the last message";

    private Support Support(ProcessTree tree) => new(Flow.Cases(tree, sop), sop.Cases.Count);

    /// <summary>"in 3 of 9 cases:" and "In any order:" are "in 3 of 9 cases, in any order:".</summary>
    private static string Join(string opening, string rest)
    {
        if (opening.Length == 0) return rest;
        if (opening == "or, ") return opening + (rest[0] == '*' ? rest : char.ToLowerInvariant(rest[0]) + rest[1..]);
        return rest[0] == '*' ? $"{opening} {rest}" : $"{opening.TrimEnd(':')}, {char.ToLowerInvariant(rest[0])}{rest[1..]}";
    }

    private void Line(int depth, string marker, string line) =>
        text.Append(' ', depth * Indent).Append(marker).Append(marker == "- " || line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..]).Append('\n');
}
