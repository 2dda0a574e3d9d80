namespace LiveSop.Domain.Mining;

internal enum Operator { Sequence, Choice, Parallel, Loop }

/// <summary>A log divided into logs that an operator puts together again; a loop has two parts, do and redo.</summary>
internal sealed record Division(Operator Operator, IReadOnlyList<EventLog> Parts)
{
    public ProcessTree Over(IReadOnlyList<ProcessTree> children) => Operator switch
    {
        Operator.Sequence => new ProcessTree.Sequence(children),
        Operator.Choice => new ProcessTree.Choice(children),
        Operator.Parallel => new ProcessTree.Parallel(children),
        _ => new ProcessTree.Loop(children[0], children[1]),
    };
}

/// <summary>Groups of activities that an operator keeps apart; the groups of a sequence are in order, the first of a loop is what is done, the others redone.</summary>
internal sealed record Cut(Operator Operator, IReadOnlyList<IReadOnlyList<int>> Groups)
{
    public bool Same(Cut other) =>
        Operator == other.Operator && Groups.Count == other.Groups.Count && Groups.Zip(other.Groups).All(g => g.First.SequenceEqual(g.Second));
}
