using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living;

/// <summary>What keeps a procedure, or a change to one, from being taken as it is; said to the person who typed it.</summary>
public abstract record ProcedureProblem
{
    private ProcedureProblem() { }

    /// <summary>Two sentences at most: what is wrong, and what to do. Quotes what was typed: data, never markup.</summary>
    public abstract string Say();

    public sealed record NoTitle : ProcedureProblem
    {
        public override string Say() => "The procedure has no title; name it.";
    }

    public sealed record NoTrigger : ProcedureProblem
    {
        public override string Say() => "Nobody has said when it applies; write it in one sentence.";
    }

    /// <param name="What">"The title", "The step “Ask for the or…”".</param>
    public sealed record TooLong(string What, int Length, int Most) : ProcedureProblem
    {
        public override string Say() => $"{What} has {Plainly.Count(Length)} characters; at most {Plainly.Count(Most)} fit. Shorten it.";
    }

    public sealed record NoSteps : ProcedureProblem
    {
        public override string Say() => "There is no step; a procedure has at least one.";
    }

    public sealed record TooManySteps(int Count) : ProcedureProblem
    {
        public override string Say() => $"There are {Plainly.Count(Count)} steps; at most {Procedure.MostSteps} are readable. Make two procedures of it.";
    }

    public sealed record TooDeep(int Depth) : ProcedureProblem
    {
        public override string Say() => $"The steps stand {Depth} levels deep in each other; at most {StepFlow.Deepest} are readable. Take some of them out.";
    }

    public sealed record StepWithoutWords(string Step) : ProcedureProblem
    {
        public override string Say() => "A step has no words; write what is done, or remove it.";
    }

    /// <summary>It was removed meanwhile, or never was.</summary>
    public sealed record UnknownStep(string Step) : ProcedureProblem
    {
        public override string Say() => "That step is no longer there; look at the procedure as it is now.";
    }

    public sealed record AfterItself(string Step) : ProcedureProblem
    {
        public override string Say() => "A step cannot come after itself; choose another one.";
    }

    /// <returns>Everything that is wrong with a draft; empty where it can be approved.</returns>
    public static IReadOnlyList<ProcedureProblem> In(Procedure procedure) =>
        [.. InWhole(procedure), .. procedure.Steps.SelectMany(InStep), .. Conditions(procedure.Flow).SelectMany(InCondition)];

    internal static IEnumerable<ProcedureProblem> InWhole(Procedure procedure)
    {
        if (IsBlank(procedure.Title)) yield return new NoTitle();
        if (IsBlank(procedure.Trigger)) yield return new NoTrigger();
        foreach (var problem in Limit("The title", procedure.Title, Procedure.LongestTitle)) yield return problem;
        foreach (var problem in Limit("The sentence that says when it applies", procedure.Trigger, Procedure.LongestTrigger)) yield return problem;
        if (procedure.Steps.Count == 0) yield return new NoSteps();
        if (procedure.Steps.Count > Procedure.MostSteps) yield return new TooManySteps(procedure.Steps.Count);
        if (procedure.Flow.Depth > StepFlow.Deepest) yield return new TooDeep(procedure.Flow.Depth);
    }

    internal static IEnumerable<ProcedureProblem> InStep(ProcedureStep step) =>
    [
        .. IsBlank(step.Title) ? [new StepWithoutWords(step.Id)] : Limit($"The step “{Quote(step.Title)}”", step.Title, ProcedureStep.LongestTitle),
        .. Limit($"Who does “{Quote(step.Title)}”", step.Owner ?? "", ProcedureStep.LongestOwner),
    ];

    internal static IEnumerable<ProcedureProblem> InCondition(string when) => Limit($"The condition “{Quote(when)}”", when, Branch.LongestWhen);

    private static IEnumerable<ProcedureProblem> Limit(string what, string text, int most) => text.Length > most ? [new TooLong(what, text.Length, most)] : [];

    private static bool IsBlank(string text) => Untrusted.OneLine(text).Length == 0;

    private static IEnumerable<string> Conditions(StepFlow flow) =>
        (flow is StepFlow.OneOf choice ? choice.Branches.Select(branch => branch.When).OfType<string>() : []).Concat(flow.Children.SelectMany(Conditions));

    private static string Quote(string text) => Shortened.Of(text, 40);
}
