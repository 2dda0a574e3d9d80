using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Drift.Simulated;

/// <summary>How a simulated team works: a process tree that knows how often each branch is taken.</summary>
internal abstract record Way
{
    private Way() { }

    public sealed record Step(int Index) : Way;

    public sealed record InOrder(IReadOnlyList<Way> Parts) : Way;

    public sealed record AnyOrder(IReadOnlyList<Way> Parts) : Way;

    /// <param name="First">How often the first is taken; in [0, 1].</param>
    /// <param name="Second">Null: nothing is done.</param>
    public sealed record Either(Way One, Way? Second, double First) : Way;

    /// <param name="More">How often there is another round.</param>
    public sealed record Again(Way Do, Way? Redo, double More) : Way;

    public ProcessTree ToTree() => Tree().Simplify();

    public List<int> Draw(Random random) => this switch
    {
        Step step => [step.Index],
        InOrder all => [.. all.Parts.SelectMany(part => part.Draw(random))],
        AnyOrder any => Interleaved([.. any.Parts.Select(part => part.Draw(random))], random),
        Either either => random.NextDouble() < either.First ? either.One.Draw(random) : either.Second?.Draw(random) ?? [],
        Again again => Rounds(again, random),
        _ => [],
    };

    public IEnumerable<Way> Nodes() => Children().SelectMany(child => child.Nodes()).Prepend(this);

    public IEnumerable<int> Steps() => Nodes().OfType<Step>().Select(step => step.Index);

    public IReadOnlyList<Way> Children() => this switch
    {
        InOrder all => all.Parts,
        AnyOrder any => any.Parts,
        Either either => either.Second is null ? [either.One] : [either.One, either.Second],
        Again again => again.Redo is null ? [again.Do] : [again.Do, again.Redo],
        _ => [],
    };

    /// <summary>The same with one part (found by reference) replaced.</summary>
    public Way With(Way old, Way changed) => ReferenceEquals(this, old) ? changed : this switch
    {
        InOrder all => new InOrder([.. all.Parts.Select(part => part.With(old, changed))]),
        AnyOrder any => new AnyOrder([.. any.Parts.Select(part => part.With(old, changed))]),
        Either either => either with { One = either.One.With(old, changed), Second = either.Second?.With(old, changed) },
        Again again => again with { Do = again.Do.With(old, changed), Redo = again.Redo?.With(old, changed) },
        _ => this,
    };

    private ProcessTree Tree() => this switch
    {
        Step step => new ProcessTree.Activity(step.Index),
        InOrder all => new ProcessTree.Sequence([.. all.Parts.Select(part => part.Tree())]),
        AnyOrder any => new ProcessTree.Parallel([.. any.Parts.Select(part => part.Tree())]),
        Either either => new ProcessTree.Choice([either.One.Tree(), either.Second?.Tree() ?? ProcessTree.Silent]),
        Again again => new ProcessTree.Loop(again.Do.Tree(), again.Redo?.Tree() ?? ProcessTree.Silent),
        _ => ProcessTree.Silent,
    };

    private static List<int> Rounds(Again again, Random random)
    {
        var done = again.Do.Draw(random);
        while (random.NextDouble() < again.More) done.AddRange([.. again.Redo?.Draw(random) ?? [], .. again.Do.Draw(random)]);
        return done;
    }

    private static List<int> Interleaved(List<Queue<int>> parts, Random random)
    {
        var all = new List<int>();
        for (var left = parts.Where(part => part.Count > 0).ToList(); left.Count > 0; left.RemoveAll(part => part.Count == 0))
            all.Add(left[random.Next(left.Count)].Dequeue());
        return all;
    }

    private static List<int> Interleaved(List<List<int>> parts, Random random) => Interleaved(parts.ConvertAll(part => new Queue<int>(part)), random);
}
