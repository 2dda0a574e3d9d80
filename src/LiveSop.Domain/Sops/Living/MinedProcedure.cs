using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living;

/// <summary>What was mined, as a procedure that people can go on with. Step ids stay as mining gave them.</summary>
public sealed class MinedProcedure
{
    private const string AnyResponder = "responder";

    private readonly Sop sop;
    private readonly HashSet<int> placed = [];
    private readonly HashSet<int> skippable = [];

    private MinedProcedure(Sop sop) => this.sop = sop;

    public static Procedure Of(DiscoveredSop found) => Of(found.Sop) with { MedianSeconds = found.Observed.MedianSeconds, LastSeen = DateOnly.FromDateTime(found.Observed.To.UtcDateTime) };

    public static Procedure Of(Sop sop) => new MinedProcedure(sop).Procedure();

    private Procedure Procedure()
    {
        var flow = Flow(ReadingOrder.Flat(sop.Tree));
        var forgotten = Enumerable.Range(0, sop.Steps.Count).Where(index => !placed.Contains(index)).ToList();
        skippable.UnionWith(forgotten);
        StepFlow[] all = [.. flow is null ? [] : new[] { flow }, .. forgotten.Select(Do)];
        return new(Shortened.Of(sop.Title, Living.Procedure.LongestTitle), Shortened.Of(sop.Trigger, Living.Procedure.LongestTrigger),
            [.. sop.Steps.Select(Step)], new StepFlow.InOrder(all), Next())
        {
            Cases = sop.Cases.Count,
        };
    }

    private int Next() => 1 + sop.Steps.Select(step => Living.Procedure.Number(step.Id)).Append(sop.Steps.Count).Max();

    /// <summary>Optional is what may be passed over where it stands; a way among others is not.</summary>
    private ProcedureStep Step(Step step, int index) => new(step.Id, Shortened.Of(step.Title, ProcedureStep.LongestTitle), step.Support)
    {
        Owner = step.Actor == AnyResponder ? null : Shortened.Of(step.Actor, ProcedureStep.LongestOwner),
        Optional = skippable.Contains(index),
        MedianSeconds = step.MedianSeconds,
    };

    /// <summary>A step that the tree has twice is read where it comes first.</summary>
    private StepFlow? Flow(ProcessTree tree) => tree switch
    {
        ProcessTree.Activity leaf => placed.Add(leaf.Index) ? Do(leaf.Index) : null,
        ProcessTree.Sequence sequence => new StepFlow.InOrder(Parts(sequence.Children)),
        ProcessTree.Parallel parallel => new StepFlow.AnyOrder(Parts(parallel.Children)),
        ProcessTree.Choice choice => Choice(choice),
        ProcessTree.Loop loop => Loop(loop),
        _ => null,
    };

    private StepFlow.OneOf Choice(ProcessTree.Choice choice)
    {
        var parts = Parts(choice.Children);
        var none = choice.Children.Any(child => child is ProcessTree.Tau) || parts.Count < choice.Children.Count;
        return new([.. parts.Select(part => new Branch(null, part)), .. none ? [new Branch(null, null)] : Array.Empty<Branch>()]);
    }

    /// <summary>Any number of times, and so perhaps not at all, is what comes between two silent rounds.</summary>
    private StepFlow? Loop(ProcessTree.Loop loop)
    {
        if (Flow(loop.Do) is { } part) return new StepFlow.Again(part, Flow(loop.Redo));
        return Flow(loop.Redo) switch
        {
            null => null,
            StepFlow.Do one when skippable.Add(Index(one.Step)) => new StepFlow.Again(one, null),
            var between => new StepFlow.OneOf([new(null, new StepFlow.Again(between, null)), new(null, null)]),
        };
    }

    private int Index(string id) => sop.Steps.Index().First(step => step.Item.Id == id).Index;

    private StepFlow.Do Do(int index) => new(sop.Steps[index].Id);

    private List<StepFlow> Parts(IReadOnlyList<ProcessTree> children) => [.. children.Select(Flow).OfType<StepFlow>()];
}
