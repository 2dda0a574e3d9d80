using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Running;

/// <summary>Where a step of a run stands.</summary>
public enum StepState
{
    Done,
    Skipped,

    /// <summary>The procedure expects it, or allows it, now.</summary>
    Next,
    Later,

    /// <summary>Another way was taken, or it could be passed over and was.</summary>
    NotTaken,
}

/// <summary>Where a choice of a run stands.</summary>
public enum ChoiceState
{
    /// <summary>It has been reached, and nobody has chosen.</summary>
    Now,
    Chosen,
    Later,

    /// <summary>It stands in a way that was not taken, or was passed over.</summary>
    NotTaken,
}

/// <summary>A line of a checklist. Titles and conditions are people's text: data, never markup.</summary>
/// <param name="Depth">0 for the outermost.</param>
public abstract record ChecklistLine(int Depth)
{
    /// <param name="Mark">Of what is done or skipped; null otherwise.</param>
    public sealed record Step(int Depth, ProcedureStep What, StepState State, StepMark? Mark) : ChecklistLine(Depth);

    /// <summary>One of several ways; the lines of each follow under a <see cref="Way"/>.</summary>
    /// <param name="Key">See <see cref="FlowKey"/>.</param>
    /// <param name="Ways">By their index among the branches, those without steps too.</param>
    /// <param name="By">Who has chosen what; null where nobody has.</param>
    public sealed record Choice(int Depth, string Key, ChoiceState State, IReadOnlyList<Way> Ways, Chosen? By) : ChecklistLine(Depth);

    /// <summary>A way of the choice above it. Only one with steps has a line of its own; its steps are one deeper.</summary>
    /// <param name="Key">Of its choice.</param>
    /// <param name="When">The condition, in words; null where nobody has said.</param>
    /// <param name="HasSteps">False where nothing is done.</param>
    public sealed record Way(int Depth, string Key, int Branch, string? When, bool HasSteps, bool IsChosen) : ChecklistLine(Depth);

    /// <summary>What is one deeper may be done in any order.</summary>
    public sealed record AnyOrder(int Depth) : ChecklistLine(Depth);

    /// <summary>What is one deeper stands together, within something that has no order.</summary>
    public sealed record Together(int Depth) : ChecklistLine(Depth);

    /// <summary>What is one deeper may be done again.</summary>
    /// <param name="Key">See <see cref="FlowKey"/>.</param>
    /// <param name="MayRepeat">It was gone through in this round: <see cref="RunChanges.Repeat"/>, or go on.</param>
    /// <param name="Repetitions">How often it was begun again.</param>
    public sealed record Loop(int Depth, string Key, bool MayRepeat, int Repetitions) : ChecklistLine(Depth);
}
