namespace LiveSop.Domain.Drift;

/// <summary>A way in which cases have come to differ from the SOP.</summary>
public abstract record Deviation
{
    private Deviation() { }

    /// <summary>A step that the SOP demands is left out.</summary>
    public sealed record Skipped(int Step) : Deviation;

    /// <summary>Something is done that the SOP does not foresee there: another activity, or a step of the SOP once more.</summary>
    public sealed record Added(int Activity, Spot Where) : Deviation;

    /// <summary>A step is done, but elsewhere.</summary>
    public sealed record Moved(int Step, Spot Where) : Deviation;

    /// <summary>An optional part or a branch is taken more often than it was, or less often.</summary>
    public sealed record Shifted(Branch Branch, bool More) : Deviation;

    /// <summary>The step or activity that it is about; of a branch its first.</summary>
    public int Subject => this switch
    {
        Skipped skipped => skipped.Step,
        Added added => added.Activity,
        Moved moved => moved.Step,
        Shifted shifted => shifted.Branch.First,
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>A branch of a choice, known by its first leaf and its number of leaves.</summary>
/// <param name="First">The step of its first leaf.</param>
/// <param name="Leaves">At least 1.</param>
/// <param name="Optional">The choice is between doing and doing nothing.</param>
public sealed record Branch(int First, int Leaves, bool Optional);
