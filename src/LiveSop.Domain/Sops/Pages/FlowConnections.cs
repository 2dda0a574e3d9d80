using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>The arrows of a procedure: what its flow says comes after what. The way that most cases take is drawn heavy.</summary>
internal sealed class FlowConnections
{
    private readonly Dictionary<string, int> places;
    private readonly List<Connection> drawn = [];

    private FlowConnections(Procedure procedure) => places = procedure.Steps.Index().ToDictionary(step => step.Item.Id, step => step.Index, StringComparer.Ordinal);

    public static IReadOnlyList<Connection> Of(Procedure procedure)
    {
        var connections = new FlowConnections(procedure);
        var ends = connections.Draw(procedure.Flow, [new End(null, null)], isMain: true);
        foreach (var end in ends) connections.Join(end, null, isMain: true);
        return [.. connections.drawn.DistinctBy(one => (one.From, one.To, one.When))];
    }

    /// <returns>What the next part follows.</returns>
    private IReadOnlyList<End> Draw(StepFlow flow, IReadOnlyList<End> before, bool isMain)
    {
        switch (flow)
        {
            case StepFlow.Do one:
                foreach (var end in before) Join(end, places[one.Step], isMain);
                return [new(places[one.Step], null)];
            case StepFlow.InOrder all:
                return all.Parts.Aggregate(before, (ends, part) => Draw(part, ends, isMain));
            case StepFlow.AnyOrder all:
                return [.. all.Parts.SelectMany((part, at) => Draw(part, before, isMain && at == 0))];
            case StepFlow.OneOf choice:
                return [.. choice.Branches.SelectMany((branch, at) => Take(branch, before, isMain && at == 0))];
            case StepFlow.Again again:
                return DrawAgain(again, before, isMain);
            default:
                return before;
        }
    }

    private IReadOnlyList<End> Take(Branch branch, IReadOnlyList<End> before, bool isMain)
    {
        IReadOnlyList<End> entered = [.. before.Select(end => end with { When = branch.When ?? end.When })];
        return branch.Part is { } part ? Draw(part, entered, isMain) : entered;
    }

    private IReadOnlyList<End> DrawAgain(StepFlow.Again again, IReadOnlyList<End> before, bool isMain)
    {
        var ends = Draw(again.Part, before, isMain);
        var back = again.Redo is { } redo ? Draw(redo, ends, isMain: false) : ends;
        if (again.Part.Steps.FirstOrDefault() is { } first)
            foreach (var end in back) drawn.Add(new(end.Step, places[first], null, ConnectionKind.Usual, Back: true) { When = end.When });
        return ends;
    }

    private void Join(End end, int? to, bool isMain) =>
        drawn.Add(new(end.Step, to, null, isMain ? ConnectionKind.Main : ConnectionKind.Usual, Back: false) { When = end.When });

    /// <param name="Step">Null for the start.</param>
    /// <param name="When">Of the branch that begins here.</param>
    private readonly record struct End(int? Step, string? When);
}
