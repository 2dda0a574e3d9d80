using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Running;

/// <summary>How far a run has come in each block of its procedure, and what may be done now.</summary>
internal sealed class Standing(Procedure procedure, Run? run)
{
    private readonly HashSet<string> optional = [.. procedure.Steps.Where(step => step.Optional).Select(step => step.Id)];
    private readonly Dictionary<string, StepMark> marks = (run?.Marks ?? []).ToDictionary(mark => mark.Step, StringComparer.Ordinal);

    public StepMark? Mark(string step) => marks.GetValueOrDefault(step);

    public Chosen? Choice(string key) => run?.Choice(key);

    public int Repetitions(string key) => run?.Repetitions(key) ?? 0;

    /// <summary>
    /// What is required, and what of it is done, of the ways that were chosen; where none was, of the way with the least left. Optional steps and
    /// skipped ones are not required.
    /// </summary>
    public Tally Tally(StepFlow flow, string key) => flow switch
    {
        StepFlow.Do one => Mark(one.Step) is { } mark
            ? mark.IsDone && !optional.Contains(one.Step) ? new(1, 1) : default
            : new(0, optional.Contains(one.Step) ? 0 : 1),
        StepFlow.OneOf choice => Choice(key) is { } chosen ? Way(choice, chosen.Branch, key) : Enumerable.Range(0, choice.Branches.Count).Select(branch => Way(choice, branch, key)).MinBy(way => way.Left),
        StepFlow.Again again when Repetitions(key) == 0 => Tally(again.Part, FlowKey.Of(key, 0)),
        _ => FlowKey.Parts(flow).Aggregate(default(Tally), (sum, part) => sum + Tally(part.Part, FlowKey.Of(key, part.Index))),
    };

    /// <summary>The part was gone through in this round, and more than nothing was done.</summary>
    public bool MayRepeat(StepFlow.Again again, string key) => Tally(again, key).Left == 0 && IsBegun(again.Part);

    /// <summary>
    /// Of a block that has been reached, the steps that may be done now. In a sequence these go as far as the first part in which something required
    /// is left; what could be passed over and has been, as something behind it is done, is not offered any more.
    /// </summary>
    public IEnumerable<string> Next(StepFlow flow, string key) => flow switch
    {
        StepFlow.Do one => Mark(one.Step) is null ? [one.Step] : [],
        StepFlow.InOrder all => InOrder([.. all.Parts.Select((part, i) => (part, FlowKey.Of(key, i)))]),
        StepFlow.OneOf choice when Choice(key) is { } chosen => choice.Branches[chosen.Branch].Part is { } part ? Next(part, FlowKey.Of(key, chosen.Branch)) : [],
        StepFlow.Again again => Loop(again, key),
        _ => FlowKey.Parts(flow).SelectMany(part => Next(part.Part, FlowKey.Of(key, part.Index))),
    };

    /// <summary>Nothing required is left in this part, and something behind it is done.</summary>
    public bool IsPassed(StepFlow.InOrder all, string key, int part) =>
        Tally(all.Parts[part], FlowKey.Of(key, part)).Left == 0 && all.Parts.Skip(part + 1).Any(IsBegun);

    private Tally Way(StepFlow.OneOf choice, int branch, string key) => choice.Branches[branch].Part is { } part ? Tally(part, FlowKey.Of(key, branch)) : default;

    private IEnumerable<string> Loop(StepFlow.Again again, string key)
    {
        var (part, between) = (FlowKey.Of(key, 0), FlowKey.Of(key, 1));
        if (again.Redo is not { } redo) return Next(again.Part, part);
        if (Repetitions(key) > 0) return InOrder([(redo, between), (again.Part, part)]);
        return MayRepeat(again, key) ? Next(again.Part, part).Concat(Next(redo, between)) : Next(again.Part, part);
    }

    private IEnumerable<string> InOrder(IReadOnlyList<(StepFlow Flow, string Key)> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var left = Tally(parts[i].Flow, parts[i].Key).Left;
            if (left > 0 || !parts.Skip(i + 1).Any(later => IsBegun(later.Flow)))
                foreach (var step in Next(parts[i].Flow, parts[i].Key)) yield return step;
            if (left > 0) yield break;
        }
    }

    private bool IsBegun(StepFlow flow) => flow.Steps.Any(step => Mark(step) is { IsDone: true });
}
