namespace LiveSop.Domain.Sops.Living;

/// <summary>A way that a case may take and another may not.</summary>
/// <param name="First">The id of the first step that stands in it and in no way within it: by this its condition is set, see <see cref="ProcedureEdit.SetWhen"/>.</param>
/// <param name="When">Its condition; null where nobody has said.</param>
public sealed record Way(string First, string? When)
{
    /// <summary>The outer before the inner; each has a first step of its own. A way that holds nothing but other ways has none and is left out.</summary>
    public static IReadOnlyList<Way> Of(StepFlow flow) => [.. flow is StepFlow.OneOf choice ? choice.Branches.SelectMany(Here) : [], .. flow.Children.SelectMany(Of)];

    private static IEnumerable<Way> Here(Branch branch) =>
        branch.Part is { } part ? part.Steps.Where(step => !part.IsConditional(step)).Take(1).Select(first => new Way(first, branch.When)) : [];
}
