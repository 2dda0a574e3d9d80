using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>A line of a procedure read aloud.</summary>
/// <param name="Depth">0 for the outermost.</param>
/// <param name="Marker">"1." and so on within a sequence; empty for one of several without an order.</param>
/// <param name="Lead">What is said before the step, or instead of one: "Either", "Repeat if needed:". Never anything mined.</param>
/// <param name="Step">Null where the line only introduces those below it.</param>
/// <param name="After">Of a rare step: the title of the one it mostly follows, mined text; null where there is none.</param>
public sealed record OutlineLine(int Depth, string Marker, string Lead, Step? Step, string? After = null);

/// <summary>The process tree read aloud: sequence as numbers, choice as "Either", parallel as "In any order", a loop as "Repeat if needed".</summary>
public sealed class Outline
{
    private readonly List<OutlineLine> lines = [];
    private readonly Sop sop;

    private Outline(Sop sop) => this.sop = sop;

    /// <summary>The main path.</summary>
    public IReadOnlyList<OutlineLine> Main => lines;

    /// <summary>What few cases need stands apart, so that the main path can be read at a glance.</summary>
    public IReadOnlyList<OutlineLine> Rare { get; private set; } = [];

    public static Outline Of(Sop sop)
    {
        var outline = new Outline(sop);
        var (main, rare) = ReadingOrder.Of(sop);
        outline.Numbered(main, 0);
        outline.Rare = [.. rare.Select(index => new OutlineLine(0, "", "", sop.Steps[index], outline.Before(sop.Steps[index])))];
        return outline;
    }

    private string? Before(Step step)
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
                lines.Add(new(depth, marker, opening, sop.Steps[leaf.Index]));
                break;
            case ProcessTree.Choice choice:
                OfChoice(choice, marker, depth, opening);
                break;
            case ProcessTree.Parallel parallel:
                Introduce(depth, marker, opening, "In any order:");
                foreach (var child in parallel.Children.Where(child => child is not ProcessTree.Tau)) Item(child, "", depth + 1, "");
                break;
            case ProcessTree.Loop loop:
                OfLoop(loop, marker, depth, opening);
                break;
            case ProcessTree.Sequence:
                Introduce(depth, marker, opening, "In this order:");
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
        Introduce(depth, marker, opening, skippable ? "One of these, or none:" : "Either");
        for (var i = 0; i < visible.Count; i++)
            Item(visible[i], "", depth + 1, (i > 0 && !skippable ? "or, " : "") + (visible[i] is ProcessTree.Activity ? "" : $"in {Plainly.Cases(Support(visible[i]))}:"));
    }

    private void OfLoop(ProcessTree.Loop loop, string marker, int depth, string opening)
    {
        if (loop.Redo is ProcessTree.Tau)
        {
            Item(loop.Do, marker, depth, Join(opening, "Repeat if needed:"));
            return;
        }
        Introduce(depth, marker, opening, "Repeat if needed:");
        if (loop.Do is ProcessTree.Tau)
        {
            Item(loop.Redo, "", depth + 1, "any number of times:");
            return;
        }
        Item(loop.Do, "", depth + 1, "");
        Item(loop.Redo, "", depth + 1, "before doing it again:");
    }

    private void Introduce(int depth, string marker, string opening, string rest) => lines.Add(new(depth, marker, Join(opening, rest), null));

    private Support Support(ProcessTree tree) => new(Flow.Cases(tree, sop), sop.Cases.Count);

    /// <summary>"in 3 of 9 cases:" and "In any order:" are "in 3 of 9 cases, in any order:".</summary>
    private static string Join(string opening, string rest) => opening switch
    {
        "" => rest,
        "or, " => opening + char.ToLowerInvariant(rest[0]) + rest[1..],
        _ => $"{opening.TrimEnd(':')}, {char.ToLowerInvariant(rest[0])}{rest[1..]}",
    };
}
