namespace LiveSop.Domain.Sops.Living;

/// <summary>Which blocks steps stand in, leaving conditions and single optional steps to be told of each step.</summary>
internal static class Arrangement
{
    /// <param name="stayed">Only these are looked at: a step that came, went or moved is told as such.</param>
    /// <returns>Null where they stand in the same blocks.</returns>
    public static Change.Rearranged? Change(Procedure before, Procedure after, Func<string, bool> stayed)
    {
        var (was, now) = (Tidy.Of(before.Flow, stayed).Flow, Tidy.Of(after.Flow, stayed).Flow);
        if (Shape(was) == Shape(now)) return null;
        var old = Blocks(was).Select(Shape).ToHashSet(StringComparer.Ordinal);
        return new([.. Blocks(now).Where(block => !old.Contains(Shape(block))).Select(block => Say(block, after))]);
    }

    private static IEnumerable<StepFlow> Blocks(StepFlow? flow) => flow is null or StepFlow.Do ? []
        : (flow is StepFlow.InOrder || Under(flow) is not null ? [] : new[] { flow }).Concat(flow.Children.SelectMany(Blocks));

    private static string Say(StepFlow block, Procedure procedure)
    {
        var names = Living.Change.Names([.. block.Steps.Select(id => procedure.Step(id)!.Title)]);
        return block switch
        {
            StepFlow.AnyOrder => $"{names} in any order",
            StepFlow.Again => $"{names} again if needed",
            StepFlow.OneOf { Branches: var ways } => ways.Contains(new Branch(null, null)) ? $"one way of {names}, or none" : $"one way of {names}",
            _ => names,
        };
    }

    /// <summary>What is done under a condition, and else nothing.</summary>
    private static StepFlow? Under(StepFlow flow) => flow is StepFlow.OneOf { Branches: [{ When: not null, Part: { } part }, { When: null, Part: null }] } ? part : null;

    private static string Shape(StepFlow? flow) => flow switch
    {
        null => "",
        StepFlow.Do one => one.Step,
        StepFlow.InOrder all => $"({string.Join(' ', all.Parts.Select(Shape))})",
        StepFlow.AnyOrder all => $"+({string.Join(' ', all.Parts.Select(Shape))})",
        StepFlow.OneOf choice => Under(choice) is { } part ? Shape(part) : $"x({string.Join(' ', choice.Branches.Select(branch => branch.Part is { } done ? Shape(done) : "-" + branch.When))})",
        StepFlow.Again again => $"*({Shape(again.Part)} / {Shape(again.Redo)})",
        _ => "",
    };
}
