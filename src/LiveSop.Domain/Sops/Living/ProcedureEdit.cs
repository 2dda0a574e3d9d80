namespace LiveSop.Domain.Sops.Living;

/// <summary>One thing that somebody, or drift, changes in a procedure. Text is taken as one line; blank is none.</summary>
public abstract record ProcedureEdit
{
    private ProcedureEdit() { }

    public sealed record Retitle(string Title) : ProcedureEdit;

    public sealed record SetTrigger(string Trigger) : ProcedureEdit;

    public sealed record Reword(string Step, string Title) : ProcedureEdit;

    /// <param name="Owner">Null for nobody in particular.</param>
    public sealed record SetOwner(string Step, string? Owner) : ProcedureEdit;

    public sealed record SetOptional(string Step, bool Optional) : ProcedureEdit;

    /// <summary>A way that loses its last step is gone with its condition.</summary>
    public sealed record Remove(string Step) : ProcedureEdit;

    /// <param name="After">It joins the block of this step; null for the very beginning.</param>
    /// <param name="Seen">In how many cases it was seen; default where somebody wants it.</param>
    /// <param name="WrittenBy">Who wants it; null only where cases show it.</param>
    public sealed record Add(string Title, string? After, Support Seen, string? WrittenBy) : ProcedureEdit;

    /// <param name="After">It joins the block of this step; null for the very beginning.</param>
    public sealed record Move(string Step, string? After) : ProcedureEdit;

    /// <summary>The innermost way that holds the step gets another condition; a step that stands in none gets one of its own.</summary>
    /// <param name="When">Null for no condition: what nothing else is done instead of may then be passed over.</param>
    public sealed record SetWhen(string Step, string? When) : ProcedureEdit;
}

/// <summary>What became of an edit.</summary>
public abstract record Edited
{
    private Edited() { }

    public sealed record Done(Procedure Procedure) : Edited;

    public sealed record Impossible(ProcedureProblem Problem) : Edited
    {
        /// <summary>What is wrong and what to do.</summary>
        public string Why => Problem.Say();
    }
}
