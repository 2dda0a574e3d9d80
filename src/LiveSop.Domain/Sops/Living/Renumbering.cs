namespace LiveSop.Domain.Sops.Living;

/// <summary>Two copies of one procedure may give the same number to different new steps.</summary>
internal static class Renumbering
{
    /// <returns><paramref name="copy"/>, its new steps numbered after all of <paramref name="first"/>.</returns>
    public static Procedure Behind(Procedure first, Procedure origin, Procedure copy)
    {
        if (first.NextStep == origin.NextStep || copy.NextStep == origin.NextStep) return copy;
        var next = Math.Max(first.NextStep, copy.NextStep);
        var names = copy.Steps.Where(step => origin.Step(step.Id) is null).ToDictionary(step => step.Id, _ => Procedure.Id(next++), StringComparer.Ordinal);
        return copy.Over([.. copy.Steps.Select(step => names.TryGetValue(step.Id, out var id) ? step.Named(id) : step)], copy.Flow.Named(id => names.GetValueOrDefault(id, id)), next);
    }

    internal static StepFlow Named(this StepFlow flow, Func<string, string> name) => flow switch
    {
        StepFlow.Do one => new StepFlow.Do(name(one.Step)),
        StepFlow.InOrder all => new StepFlow.InOrder([.. all.Parts.Select(part => part.Named(name))]),
        StepFlow.AnyOrder all => new StepFlow.AnyOrder([.. all.Parts.Select(part => part.Named(name))]),
        StepFlow.OneOf choice => new StepFlow.OneOf([.. choice.Branches.Select(branch => branch with { Part = branch.Part?.Named(name) })]),
        StepFlow.Again again => new StepFlow.Again(again.Part.Named(name), again.Redo?.Named(name)),
        _ => flow,
    };
}
