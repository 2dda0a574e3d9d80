namespace LiveSop.Domain.Sops.Living;

/// <summary>A way that a case may take and another may not.</summary>
/// <param name="First">The id of its first step, by which its condition is set.</param>
/// <param name="When">Its condition; null where nobody has said.</param>
public sealed record Way(string First, string? When)
{
    /// <summary>As they are read; each first step once, with the condition that is nearest to it.</summary>
    public static IReadOnlyList<Way> Of(StepFlow flow) =>
        [.. All(flow).DistinctBy(way => way.First).Select(way => way with { When = flow.InnermostWhen(way.First) })];

    private static IEnumerable<Way> All(StepFlow flow) => flow is StepFlow.OneOf choice
        ? choice.Branches.Where(branch => branch.Part is not null).SelectMany(branch => All(branch.Part!).Prepend(new Way(branch.Part!.Steps.First(), branch.When)))
        : flow.Children.SelectMany(All);
}
