using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Living;

/// <summary>A procedure's flow as a process tree to be read aloud, and which of its parts are done under a condition only.</summary>
internal static class ConditionedTree
{
    /// <returns>Conditions by the part itself, not by what is equal to it.</returns>
    public static (ProcessTree Tree, IReadOnlyDictionary<ProcessTree, string> Conditions) Of(Procedure procedure)
    {
        var places = procedure.Steps.Index().ToDictionary(step => step.Item.Id, step => step.Index, StringComparer.Ordinal);
        var conditions = new Dictionary<ProcessTree, string>(ReferenceEqualityComparer.Instance);
        return (Tree(procedure.Flow), conditions);

        ProcessTree Tree(StepFlow flow) => flow switch
        {
            StepFlow.Do one => new ProcessTree.Activity(places[one.Step]),
            StepFlow.InOrder all => new ProcessTree.Sequence([.. all.Parts.Select(Tree)]),
            StepFlow.AnyOrder all => new ProcessTree.Parallel([.. all.Parts.Select(Tree)]),
            StepFlow.OneOf choice => new ProcessTree.Choice([.. choice.Branches.Select(Way)]),
            StepFlow.Again again => new ProcessTree.Loop(Tree(again.Part), again.Redo is { } redo ? Tree(redo) : ProcessTree.Silent),
            _ => throw new InvalidOperationException(flow.GetType().Name),
        };

        ProcessTree Way(Branch branch)
        {
            if (branch.Part is not { } part) return ProcessTree.Silent;
            var tree = Tree(part);
            if (branch.When is { } when) conditions[tree] = when;
            return tree;
        }
    }
}
