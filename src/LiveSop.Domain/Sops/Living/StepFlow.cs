namespace LiveSop.Domain.Sops.Living;

/// <summary>In what order the steps of a procedure are done, by their ids. Every step stands in it once. Equal by what it says.</summary>
public abstract record StepFlow
{
    public const int Deepest = 6;

    private StepFlow() { }

    public sealed record Do(string Step) : StepFlow;

    public sealed record InOrder(IReadOnlyList<StepFlow> Parts) : StepFlow
    {
        public bool Equals(InOrder? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Count;
    }

    /// <summary>One of them.</summary>
    public sealed record OneOf(IReadOnlyList<Branch> Branches) : StepFlow
    {
        public bool Equals(OneOf? other) => other is not null && Branches.SequenceEqual(other.Branches);

        public override int GetHashCode() => Branches.Count;
    }

    /// <summary>All of them, in whatever order.</summary>
    public sealed record AnyOrder(IReadOnlyList<StepFlow> Parts) : StepFlow
    {
        public bool Equals(AnyOrder? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Count;
    }

    /// <summary><paramref name="Part"/>, and as often as needed <paramref name="Redo"/> and the part again.</summary>
    /// <param name="Redo">Null where nothing is done in between.</param>
    public sealed record Again(StepFlow Part, StepFlow? Redo) : StepFlow;

    /// <summary>The parts that it is made of, as they are read.</summary>
    public IReadOnlyList<StepFlow> Children => this switch
    {
        InOrder all => all.Parts,
        AnyOrder all => all.Parts,
        OneOf choice => [.. choice.Branches.Select(branch => branch.Part).OfType<StepFlow>()],
        Again { Redo: { } redo } again => [again.Part, redo],
        Again again => [again.Part],
        _ => [],
    };

    /// <summary>The ids in it, as they are read.</summary>
    public IEnumerable<string> Steps => this is Do one ? [one.Step] : Children.SelectMany(part => part.Steps);

    /// <summary>How many blocks stand in each other: 0 for a step, 1 for steps in a row.</summary>
    public int Depth => this is Do ? 0 : 1 + Children.Select(part => part.Depth).DefaultIfEmpty().Max();

    /// <summary>Whether there is no way through that goes past the step, unless the step itself is optional.</summary>
    public bool Demands(string step) => this switch
    {
        Do one => one.Step == step,
        OneOf => false,
        Again again => again.Part.Demands(step),
        _ => Children.Any(part => part.Demands(step)),
    };

    public bool Has(string step) => Steps.Contains(step, StringComparer.Ordinal);
}

/// <summary>A way to go on.</summary>
/// <param name="When">The condition, in words; null where nobody has said.</param>
/// <param name="Part">Null where nothing is done.</param>
public sealed record Branch(string? When, StepFlow? Part)
{
    public const int LongestWhen = 200;
}
