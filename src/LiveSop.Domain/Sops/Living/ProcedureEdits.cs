using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living;

/// <summary>Applies edits. What is typed by people and cannot be done is said, never thrown.</summary>
public static class ProcedureEdits
{
    /// <summary>Refused is what names a missing step, or leaves a problem that was not there before.</summary>
    public static Edited Apply(this Procedure procedure, ProcedureEdit edit)
    {
        if (Unplaced(procedure, edit) is { } missing) return new Edited.Impossible(missing);
        var edited = Changed(procedure, edit);
        var known = ProcedureProblem.In(procedure);
        var fresh = ProcedureProblem.In(edited).FirstOrDefault(problem => !known.Any(old => IsSame(old, problem)));
        return fresh is null ? new Edited.Done(edited) : new Edited.Impossible(fresh);
    }

    /// <summary>One after the other; nothing is done where one of them cannot be.</summary>
    public static Edited Apply(this Procedure procedure, IEnumerable<ProcedureEdit> edits)
    {
        Edited state = new Edited.Done(procedure);
        foreach (var edit in edits)
        {
            if (state is not Edited.Done done) return state;
            state = done.Procedure.Apply(edit);
        }
        return state;
    }

    private static ProcedureProblem? Unplaced(Procedure procedure, ProcedureEdit edit)
    {
        var (step, after) = edit switch
        {
            ProcedureEdit.Reword one => (one.Step, null),
            ProcedureEdit.SetOwner one => (one.Step, null),
            ProcedureEdit.SetOptional one => (one.Step, null),
            ProcedureEdit.Remove one => (one.Step, null),
            ProcedureEdit.SetWhen one => (one.Step, null),
            ProcedureEdit.Move one => (one.Step, one.After),
            ProcedureEdit.Add one => (null, one.After),
            _ => ((string?)null, (string?)null),
        };
        if (step is not null && step == after) return new ProcedureProblem.AfterItself(step);
        var missing = new[] { step, after }.OfType<string>().FirstOrDefault(id => procedure.Step(id) is null);
        return missing is null ? null : new ProcedureProblem.UnknownStep(missing);
    }

    private static Procedure Changed(Procedure procedure, ProcedureEdit edit) => edit switch
    {
        ProcedureEdit.Retitle one => procedure with { Title = Untrusted.OneLine(one.Title) },
        ProcedureEdit.SetTrigger one => procedure with { Trigger = Untrusted.OneLine(one.Trigger) },
        ProcedureEdit.Reword one => procedure.Replace(one.Step, step => step with { Title = Untrusted.OneLine(one.Title) }),
        ProcedureEdit.SetOwner one => procedure.Replace(one.Step, step => step with { Owner = Blank(one.Owner) }),
        ProcedureEdit.SetOptional one => procedure.Replace(one.Step, step => step with { Optional = one.Optional }),
        ProcedureEdit.Remove one => procedure.Keep(id => id != one.Step),
        ProcedureEdit.SetWhen one => procedure.Over(procedure.Steps, procedure.Flow.When(one.Step, Blank(one.When)), procedure.NextStep),
        ProcedureEdit.Move one => Move(procedure, one),
        ProcedureEdit.Add one => Add(procedure, one),
        _ => throw new InvalidOperationException(edit.GetType().Name),
    };

    private static Procedure Add(Procedure procedure, ProcedureEdit.Add add)
    {
        var step = new ProcedureStep(Procedure.Id(procedure.NextStep), Untrusted.OneLine(add.Title), add.Seen, add.WrittenBy);
        return procedure.Over([.. procedure.Steps, step], procedure.Flow.With(add.After, step.Id), procedure.NextStep + 1);
    }

    private static Procedure Move(Procedure procedure, ProcedureEdit.Move move)
    {
        var rest = procedure.Keep(id => id != move.Step);
        return procedure.Over([.. rest.Steps, procedure.Step(move.Step)!], rest.Flow.With(move.After, move.Step), procedure.NextStep);
    }

    /// <summary>Without the other steps, and what is left told in its simplest form.</summary>
    internal static Procedure Keep(this Procedure procedure, Func<string, bool> keeps)
    {
        var (flow, optional) = Tidy.Of(procedure.Flow, keeps);
        var steps = procedure.Steps.Where(step => keeps(step.Id)).Select(step => optional.Contains(step.Id) ? step with { Optional = true } : step);
        return procedure.Over([.. steps], flow ?? new StepFlow.InOrder([]), procedure.NextStep);
    }

    private static Procedure Replace(this Procedure procedure, string id, Func<ProcedureStep, ProcedureStep> change) =>
        procedure.Over([.. procedure.Steps.Select(step => step.Id == id ? change(step) : step)], procedure.Flow, procedure.NextStep);

    /// <summary>Too many steps, or too deep ones, were so before: whoever makes it better is not stopped.</summary>
    private static bool IsSame(ProcedureProblem old, ProcedureProblem now) =>
        old == now || (now is ProcedureProblem.TooManySteps or ProcedureProblem.TooDeep && old.GetType() == now.GetType());

    private static string? Blank(string? typed) => typed is null || Untrusted.OneLine(typed) is not { Length: > 0 } words ? null : words;
}
