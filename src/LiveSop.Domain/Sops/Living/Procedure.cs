using System.Globalization;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops.Living;

/// <summary>
/// What people approve: when it applies, what is done, in what order. It quotes nobody; evidence is kept beside it. Equal by what it says.
/// What people may type too long or leave empty is not refused here but named by <see cref="ProcedureProblem.In"/>.
/// </summary>
public sealed record Procedure
{
    public const int LongestTitle = 150;
    public const int LongestTrigger = 500;
    public const int MostSteps = 60;

    /// <param name="trigger">One sentence: when it applies.</param>
    /// <param name="steps">In any order: they are kept as the flow reads them.</param>
    /// <param name="flow">Kept in its simplest form; see <see cref="Tidy"/>.</param>
    /// <param name="nextStep">The number of the next step to be added: ids are never used again.</param>
    /// <exception cref="ArgumentException">A step does not stand in the flow exactly once, or an id is given to two, or could be given again.</exception>
    public Procedure(string title, string trigger, IReadOnlyList<ProcedureStep> steps, StepFlow flow, int nextStep)
    {
        var (tidy, optional) = Tidy.Of(flow);
        var read = tidy?.Steps.ToList() ?? [];
        var known = steps.DistinctBy(step => step.Id, StringComparer.Ordinal).ToDictionary(step => step.Id, StringComparer.Ordinal);
        if (known.Count != steps.Count || read.Count != steps.Count || !known.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(read))
            throw new ArgumentException("Every step has an id of its own and stands in the flow exactly once.", nameof(flow));
        if (read.Any(id => Number(id) >= nextStep)) throw new ArgumentException($"Number {nextStep} is not free.", nameof(nextStep));
        (Title, Trigger, Flow, NextStep) = (title, trigger, tidy ?? new StepFlow.InOrder([]), nextStep);
        Steps = [.. read.Select(id => optional.Contains(id) ? known[id] with { Optional = true } : known[id])];
    }

    public string Title { get; init; }

    public string Trigger { get; init; }

    /// <summary>As they are read.</summary>
    public IReadOnlyList<ProcedureStep> Steps { get; }

    public StepFlow Flow { get; }

    public int NextStep { get; }

    /// <summary>How many cases it was mined from.</summary>
    public int Cases { get; init; }

    /// <summary>From the first message of a case to its last, in seconds; null where unknown.</summary>
    public long? MedianSeconds { get; init; }

    /// <summary>When its latest case was solved; null where it has none.</summary>
    public DateOnly? LastSeen { get; init; }

    public ProcedureStep? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>Leaves are indices into <see cref="Steps"/>; an optional step may be passed over.</summary>
    public ProcessTree ToTree() => Tree(Flow);

    /// <summary>The same figures over other steps.</summary>
    public Procedure Over(IReadOnlyList<ProcedureStep> steps, StepFlow flow, int nextStep) =>
        new(Title, Trigger, steps, flow, nextStep) { Cases = Cases, MedianSeconds = MedianSeconds, LastSeen = LastSeen };

    public bool Equals(Procedure? other) => other is not null
        && (Title, Trigger, NextStep, Cases, MedianSeconds, LastSeen) == (other.Title, other.Trigger, other.NextStep, other.Cases, other.MedianSeconds, other.LastSeen)
        && Flow.Equals(other.Flow) && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(NextStep, Steps.Count);

    /// <summary>3 of "s3"; 0 of an id of another kind.</summary>
    internal static int Number(string id) => id.StartsWith('s') && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");

    private ProcessTree Tree(StepFlow flow) => flow switch
    {
        StepFlow.Do one => Leaf(one.Step),
        StepFlow.InOrder { Parts: [] } => ProcessTree.Silent,
        StepFlow.InOrder all => new ProcessTree.Sequence([.. all.Parts.Select(Tree)]),
        StepFlow.AnyOrder all => new ProcessTree.Parallel([.. all.Parts.Select(Tree)]),
        StepFlow.OneOf choice => new ProcessTree.Choice([.. choice.Branches.Select(branch => branch.Part is { } part ? Tree(part) : ProcessTree.Silent)]),
        StepFlow.Again again => new ProcessTree.Loop(Tree(again.Part), again.Redo is { } redo ? Tree(redo) : ProcessTree.Silent),
        _ => throw new InvalidOperationException(flow.GetType().Name),
    };

    private ProcessTree Leaf(string id)
    {
        var index = Steps.Index().First(step => step.Item.Id == id).Index;
        var leaf = new ProcessTree.Activity(index);
        return Steps[index].Optional ? new ProcessTree.Choice([leaf, ProcessTree.Silent]) : leaf;
    }
}
