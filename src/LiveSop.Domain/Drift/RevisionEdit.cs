namespace LiveSop.Domain.Drift;

/// <summary>One edit of an SOP.</summary>
public abstract record RevisionEdit
{
    private RevisionEdit() { }

    public sealed record Remove(int Step) : RevisionEdit;

    public sealed record MakeOptional(int Step) : RevisionEdit;

    /// <summary>What could be left out no longer can.</summary>
    public sealed record MakeMandatory(Branch Branch) : RevisionEdit;

    public sealed record Insert(int Activity, Spot Where, bool Optional) : RevisionEdit;

    public sealed record MoveStep(int Step, Spot Where) : RevisionEdit;

    /// <summary>Nobody takes it any more.</summary>
    public sealed record DropBranch(Branch Branch) : RevisionEdit;

    /// <summary>The tree stays; what it says of how often the branch is taken changes.</summary>
    /// <param name="Share">Of the cases that come to the choice; in [0, 1].</param>
    public sealed record Reweigh(Branch Branch, double Share) : RevisionEdit;
}

/// <summary>An edit, and why.</summary>
/// <param name="Cases">Ids of the live cases that show it, in order. Of a branch taken less often, the cases without it.</param>
/// <param name="Of">How many cases came to this place since the first of them.</param>
public sealed record Reason(RevisionEdit Edit, Deviation Deviation, IReadOnlyList<string> Cases, int Of)
{
    /// <summary>Of the cases since; in (0, 1].</summary>
    public double Share => (double)Cases.Count / Of;
}

/// <summary>The fewest edits that explain what was seen; at least one.</summary>
public sealed record Revision(IReadOnlyList<Reason> Reasons);
