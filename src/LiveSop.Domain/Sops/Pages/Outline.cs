using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>A line of a procedure read aloud.</summary>
/// <param name="Depth">0 for the outermost.</param>
/// <param name="Marker">"1." and so on within a sequence; empty for one of several without an order.</param>
/// <param name="Lead">What is said before the step, or instead of one: "Either", "Repeat if needed:". Never anything mined.</param>
/// <param name="Step">Its place among the steps; null where the line only introduces those below it.</param>
/// <param name="After">Of a rare step: the title of the one it mostly follows, mined text; null where there is none.</param>
/// <param name="When">The condition under which it is done, people's text; null where there is none, or nobody has said.</param>
public sealed record OutlineLine(int Depth, string Marker, string Lead, int? Step, string? After = null, string? When = null);

/// <summary>The process tree read aloud: sequence as numbers, choice as "Either", parallel as "In any order", a loop as "Repeat if needed".</summary>
public sealed class Outline
{
    private readonly List<OutlineLine> lines = [];
    private readonly IReadOnlyList<Support> supports;
    private readonly int cases;
    private readonly IReadOnlyDictionary<ProcessTree, string> conditions;

    private Outline(IReadOnlyList<Support> supports, int cases, IReadOnlyDictionary<ProcessTree, string> conditions) =>
        (this.supports, this.cases, this.conditions) = (supports, cases, conditions);

    /// <summary>The main path.</summary>
    public IReadOnlyList<OutlineLine> Main => lines;

    /// <summary>What few cases need stands apart, so that the main path can be read at a glance.</summary>
    public IReadOnlyList<OutlineLine> Rare { get; private set; } = [];

    public static Outline Of(Sop sop)
    {
        var outline = new Outline([.. sop.Steps.Select(step => step.Support)], sop.Cases.Count, new Dictionary<ProcessTree, string>());
        var (main, rare) = ReadingOrder.Of(sop.Tree, [.. sop.Steps.Select(step => (step.Optional, step.Support))]);
        outline.Numbered(main, 0);
        outline.Rare = [.. rare.Select(index => new OutlineLine(0, "", "", index, Before(sop, sop.Steps[index])))];
        return outline;
    }

    public static Outline Of(Procedure procedure)
    {
        var (tree, conditions) = ConditionedTree.Of(procedure);
        var outline = new Outline([.. procedure.Steps.Select(step => step.Support)], procedure.Cases, conditions);
        var (main, rare) = conditions.Count > 0 ? (tree, []) : ReadingOrder.Of(tree, [.. procedure.Steps.Select(step => (step.Optional, step.Support))]);
        outline.Numbered(main, 0);
        outline.Rare = [.. rare.Select(index => new OutlineLine(0, "", "", index, index > 0 ? procedure.Steps[index - 1].Title : null))];
        return outline;
    }

    private static string? Before(Sop sop, Step step)
    {
        var before = sop.Edges.Where(edge => edge.To == step.Id && edge.From != step.Id).OrderByDescending(edge => edge.Cases).FirstOrDefault();
        return before is null ? null : sop.Steps.FirstOrDefault(other => other.Id == before.From)?.Title;
    }

    /// <summary>The parts of a sequence under numbers; anything else as the only number.</summary>
    private void Numbered(ProcessTree tree, int depth)
    {
        var number = 1;
        foreach (var child in tree is ProcessTree.Sequence sequence ? sequence.Children : [tree])
            if (child is not ProcessTree.Tau) Item(child, $"{number++}.", depth, "");
    }

    private void Item(ProcessTree tree, string marker, int depth, string opening)
    {
        switch (tree)
        {
            case ProcessTree.Activity leaf:
                lines.Add(new(depth, marker, opening, leaf.Index, When: conditions.GetValueOrDefault(tree)));
                break;
            case ProcessTree.Choice choice:
                OfChoice(choice, marker, depth, opening);
                break;
            case ProcessTree.Parallel parallel:
                Introduce(tree, depth, marker, opening, "In any order:");
                foreach (var child in parallel.Children.Where(child => child is not ProcessTree.Tau)) Item(child, "", depth + 1, "");
                break;
            case ProcessTree.Loop loop:
                OfLoop(loop, marker, depth, opening);
                break;
            case ProcessTree.Sequence:
                Introduce(tree, depth, marker, opening, "In this order:");
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
        Introduce(choice, depth, marker, opening, skippable ? "One of these, or none:" : "Either");
        for (var i = 0; i < visible.Count; i++)
            Item(visible[i], "", depth + 1, (i > 0 && !skippable ? "or, " : "") + (visible[i] is ProcessTree.Activity || conditions.ContainsKey(visible[i]) ? "" : $"in {Plainly.Cases(Support(visible[i]))}:"));
    }

    private void OfLoop(ProcessTree.Loop loop, string marker, int depth, string opening)
    {
        if (loop.Redo is ProcessTree.Tau)
        {
            Item(loop.Do, marker, depth, Join(opening, "Repeat if needed:"));
            return;
        }
        Introduce(loop, depth, marker, opening, "Repeat if needed:");
        if (loop.Do is ProcessTree.Tau)
        {
            Item(loop.Redo, "", depth + 1, "any number of times:");
            return;
        }
        Item(loop.Do, "", depth + 1, "");
        Item(loop.Redo, "", depth + 1, "before doing it again:");
    }

    private void Introduce(ProcessTree tree, int depth, string marker, string opening, string rest) =>
        lines.Add(new(depth, marker, Join(opening, rest), null, When: conditions.GetValueOrDefault(tree)));

    private Support Support(ProcessTree tree) => new(Flow.Cases(tree, supports, cases), cases);

    /// <summary>"in 3 of 9 cases:" and "In any order:" are "in 3 of 9 cases, in any order:".</summary>
    private static string Join(string opening, string rest) => opening switch
    {
        "" => rest,
        "or, " => opening + char.ToLowerInvariant(rest[0]) + rest[1..],
        _ => $"{opening.TrimEnd(':')}, {char.ToLowerInvariant(rest[0])}{rest[1..]}",
    };
}
