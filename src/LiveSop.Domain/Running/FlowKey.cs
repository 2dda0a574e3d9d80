using System.Globalization;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Running;

/// <summary>
/// Names the blocks of a flow: "0" is the whole, "0.2" the third of its parts, "0.2.1" the second part of that. At a choice the parts are its branches, those
/// without steps counted too; at a loop 0 is what is repeated and 1 what comes in between. It holds within one version, as versions do not change.
/// </summary>
public static class FlowKey
{
    public const string Whole = "0";

    public static string Of(string block, int part) => string.Create(CultureInfo.InvariantCulture, $"{block}.{part}");

    /// <returns>Null where the flow has no such block.</returns>
    public static StepFlow? Find(StepFlow flow, string key)
    {
        var path = key.Split('.');
        if (path[0] != Whole) return null;
        var found = flow;
        foreach (var index in path.Skip(1))
            if (found is null || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return null;
            else found = Parts(found).FirstOrDefault(part => part.Index == at).Part;
        return found;
    }

    /// <summary>The choices that lead to a block or a step, from the outermost, and the branch to take at each.</summary>
    public static IReadOnlyList<(string Choice, int Branch)> WaysTo(StepFlow flow, Func<string, StepFlow, bool> target) => Ways(flow, Whole, target) ?? [];

    internal static IEnumerable<(int Index, StepFlow Part)> Parts(StepFlow flow) => flow is StepFlow.OneOf choice
        ? choice.Branches.Index().Where(branch => branch.Item.Part is not null).Select(branch => (branch.Index, branch.Item.Part!))
        : flow.Children.Index();

    /// <summary>The key is of this block or of one within it.</summary>
    internal static bool IsWithin(string key, string block) => key == block || key.StartsWith(block + ".", StringComparison.Ordinal);

    private static IReadOnlyList<(string Choice, int Branch)>? Ways(StepFlow flow, string key, Func<string, StepFlow, bool> target)
    {
        if (target(key, flow)) return [];
        foreach (var (index, part) in Parts(flow))
            if (Ways(part, Of(key, index), target) is { } ways) return flow is StepFlow.OneOf ? [(key, index), .. ways] : ways;
        return null;
    }
}
