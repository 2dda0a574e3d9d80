using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Running;

/// <summary>A procedure with what was done of it, line by line as it is read.</summary>
public sealed class Checklist
{
    private readonly List<ChecklistLine> lines = [];
    private readonly Procedure procedure;
    private readonly Standing standing;
    private readonly HashSet<string> next;

    private Checklist(Procedure procedure, Run? run)
    {
        (this.procedure, standing) = (procedure, new(procedure, run));
        next = [.. standing.Next(procedure.Flow, FlowKey.Whole)];
        Progress = standing.Tally(procedure.Flow, FlowKey.Whole);
        if (procedure.Flow is StepFlow.InOrder all) Sequence(all, FlowKey.Whole, 0, isTaken: true);
        else Add(procedure.Flow, FlowKey.Whole, 0, isTaken: true);
    }

    public IReadOnlyList<ChecklistLine> Lines => lines;

    public Tally Progress { get; }

    /// <summary>Nothing required is left, given the ways that were chosen.</summary>
    public bool IsComplete => Progress.Left == 0;

    /// <summary>The ids of the steps that may be done now, as they are read; before completion never empty.</summary>
    public IReadOnlyList<string> Next => Ids(StepState.Next);

    /// <summary>The ids of the steps that are or may still be to be done: <see cref="Next"/> and what comes later.</summary>
    public IReadOnlyList<string> Open => Ids(StepState.Next, StepState.Later);

    /// <param name="procedure">The version that the run follows.</param>
    /// <param name="run">Null where nobody has started one.</param>
    public static Checklist Of(Procedure procedure, Run? run) => new(procedure, run);

    private string[] Ids(params StepState[] states) => [.. lines.OfType<ChecklistLine.Step>().Where(line => states.Contains(line.State)).Select(line => line.What.Id)];

    private void Add(StepFlow flow, string key, int depth, bool isTaken)
    {
        switch (flow)
        {
            case StepFlow.Do one:
                lines.Add(new ChecklistLine.Step(depth, procedure.Step(one.Step)!, State(one.Step, isTaken), standing.Mark(one.Step)));
                break;
            case StepFlow.InOrder all:
                lines.Add(new ChecklistLine.Together(depth));
                Sequence(all, key, depth + 1, isTaken);
                break;
            case StepFlow.AnyOrder all:
                lines.Add(new ChecklistLine.AnyOrder(depth));
                foreach (var (index, part) in FlowKey.Parts(all)) Add(part, FlowKey.Of(key, index), depth + 1, isTaken);
                break;
            case StepFlow.OneOf choice:
                Choice(choice, key, depth, isTaken);
                break;
            case StepFlow.Again again:
                lines.Add(new ChecklistLine.Loop(depth, key, isTaken && standing.MayRepeat(again, key), standing.Repetitions(key)));
                foreach (var (index, part) in FlowKey.Parts(again)) Within(part, FlowKey.Of(key, index), depth + 1, isTaken);
                break;
        }
    }

    /// <summary>Under a line that has introduced it, a sequence needs no line of its own.</summary>
    private void Within(StepFlow flow, string key, int depth, bool isTaken)
    {
        if (flow is StepFlow.InOrder all) Sequence(all, key, depth, isTaken);
        else Add(flow, key, depth, isTaken);
    }

    private void Sequence(StepFlow.InOrder all, string key, int depth, bool isTaken)
    {
        for (var i = 0; i < all.Parts.Count; i++) Add(all.Parts[i], FlowKey.Of(key, i), depth, isTaken && !standing.IsPassed(all, key, i));
    }

    private void Choice(StepFlow.OneOf choice, string key, int depth, bool isTaken)
    {
        var by = standing.Choice(key);
        var state = by is not null ? ChoiceState.Chosen : !isTaken ? ChoiceState.NotTaken : choice.Steps.Any(next.Contains) ? ChoiceState.Now : ChoiceState.Later;
        var ways = choice.Branches.Select((branch, i) => new ChecklistLine.Way(depth, key, i, branch.When, branch.Part is not null, by?.Branch == i)).ToList();
        lines.Add(new ChecklistLine.Choice(depth, key, state, ways, by));
        foreach (var (index, part) in FlowKey.Parts(choice))
        {
            lines.Add(ways[index]);
            Within(part, FlowKey.Of(key, index), depth + 1, isTaken && (by is null || by.Branch == index));
        }
    }

    private StepState State(string step, bool isTaken) => standing.Mark(step) is { } mark
        ? mark.IsDone ? StepState.Done : StepState.Skipped
        : next.Contains(step) ? StepState.Next : isTaken ? StepState.Later : StepState.NotTaken;
}
