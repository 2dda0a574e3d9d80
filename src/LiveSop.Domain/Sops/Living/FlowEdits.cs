namespace LiveSop.Domain.Sops.Living;

/// <summary>Puts steps into a flow and conditions on its ways. What comes out is put in its simplest form by the procedure that takes it.</summary>
internal static class FlowEdits
{
    /// <param name="after">Null for the very beginning.</param>
    public static StepFlow With(this StepFlow flow, string? after, string step) =>
        after is null ? new StepFlow.InOrder([new StepFlow.Do(step), flow]) : Behind(flow, after, new StepFlow.Do(step));

    public static StepFlow When(this StepFlow flow, string step, string? when) => flow.IsConditional(step)
        ? flow.Over((branch, part) => part.Has(step) && !part.IsConditional(step) ? new Branch(when, part) : branch with { Part = When(part, step, when) }, part => part.IsConditional(step) ? When(part, step, when) : part)
        : Under(flow, step, when);

    /// <summary>It stands in a way among others, or in one that may be passed over.</summary>
    public static bool IsConditional(this StepFlow flow, string step) => flow.Has(step) && (flow is StepFlow.OneOf || flow.Children.Any(part => part.IsConditional(step)));

    /// <summary>What has to hold for a step to be done, the outermost condition first.</summary>
    public static IEnumerable<string> Conditions(this StepFlow flow, string step) => flow switch
    {
        StepFlow.OneOf choice => choice.Branches.Where(branch => branch.Part?.Has(step) ?? false)
            .SelectMany(branch => (branch.When is { } when ? [when] : Array.Empty<string>()).Concat(branch.Part!.Conditions(step))),
        _ => flow.Children.Where(part => part.Has(step)).SelectMany(part => part.Conditions(step)),
    };

    /// <summary>The condition of the innermost way that holds the step; null where there is none.</summary>
    public static string? InnermostWhen(this StepFlow flow, string step) => flow switch
    {
        StepFlow.OneOf choice when choice.Branches.FirstOrDefault(branch => branch.Part?.Has(step) ?? false) is { } way =>
            way.Part!.IsConditional(step) ? way.Part!.InnermostWhen(step) : way.When,
        _ => flow.Children.FirstOrDefault(part => part.Has(step))?.InnermostWhen(step),
    };

    private static StepFlow Under(StepFlow flow, string step, string? when) => flow is StepFlow.Do one && one.Step == step
        ? when is null ? flow : new StepFlow.OneOf([new(when, flow), new(null, null)])
        : flow.Over((branch, part) => branch with { Part = Under(part, step, when) }, part => Under(part, step, when));

    private static StepFlow Behind(StepFlow flow, string after, StepFlow.Do added) => flow switch
    {
        StepFlow.Do one when one.Step == after => new StepFlow.InOrder([one, added]),
        StepFlow.AnyOrder all when all.Parts.Contains(new StepFlow.Do(after)) =>
            new StepFlow.AnyOrder([.. all.Parts.SelectMany(part => part.Equals(new StepFlow.Do(after)) ? [part, added] : (StepFlow[])[part])]),
        _ => flow.Over((branch, part) => branch with { Part = Behind(part, after, added) }, part => Behind(part, after, added)),
    };

    /// <summary>The same block over changed parts.</summary>
    private static StepFlow Over(this StepFlow flow, Func<Branch, StepFlow, Branch> way, Func<StepFlow, StepFlow> part) => flow switch
    {
        StepFlow.InOrder all => new StepFlow.InOrder([.. all.Parts.Select(part)]),
        StepFlow.AnyOrder all => new StepFlow.AnyOrder([.. all.Parts.Select(part)]),
        StepFlow.OneOf choice => new StepFlow.OneOf([.. choice.Branches.Select(branch => branch.Part is { } done ? way(branch, done) : branch)]),
        StepFlow.Again again => new StepFlow.Again(part(again.Part), again.Redo is { } redo ? part(redo) : null),
        _ => flow,
    };
}
