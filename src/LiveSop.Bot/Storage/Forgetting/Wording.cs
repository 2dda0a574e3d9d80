using LiveSop.Bot.Slack;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>Which words of a procedure are somebody's: those that rest on their messages alone, and those that repeat one of their messages.</summary>
/// <param name="alone">The steps that nothing but their messages shows.</param>
/// <param name="opened">The procedures of which they opened every case.</param>
/// <param name="said">What they wrote.</param>
internal sealed class Wording(UserId person, HashSet<(Guid Sop, string Step)> alone, HashSet<Guid> opened, IEnumerable<string> said)
{
    /// <summary>Stands where words were.</summary>
    public const string Nothing = "(words erased)";

    /// <summary>A shorter message, as "done, thanks", is nobody's.</summary>
    private const int LeastTelling = 12;

    private readonly string[] messages = [.. said.Select(Plain).Where(text => text.Length >= LeastTelling)];
    private readonly HashSet<string> erased = new(StringComparer.Ordinal);

    /// <summary>What was taken out so far, the longest first.</summary>
    public IReadOnlyList<string> Erased => [.. erased.OrderByDescending(words => words.Length).ThenBy(words => words, StringComparer.Ordinal)];

    /// <param name="isOpen">Nobody has agreed to it yet: what they typed into it goes too.</param>
    public Procedure Without(Guid sop, Procedure procedure, bool isOpen) =>
        procedure.Over([.. procedure.Steps.Select(step => Without(sop, step, isOpen))], Without(procedure.Flow), procedure.NextStep) with
        {
            Title = Kept(procedure.Title, opened.Contains(sop)),
            Trigger = Kept(procedure.Trigger, opened.Contains(sop)),
        };

    private ProcedureStep Without(Guid sop, ProcedureStep step, bool isOpen)
    {
        var typed = step.WrittenBy == person.Value;
        var title = Kept(step.Title, alone.Contains((sop, step.Id)) || (typed && isOpen));
        return new(step.Id, title, step.Support, typed ? "" : step.WrittenBy) { Owner = step.Owner, Optional = step.Optional, MedianSeconds = step.MedianSeconds };
    }

    private StepFlow Without(StepFlow flow) => flow switch
    {
        StepFlow.InOrder all => new StepFlow.InOrder([.. all.Parts.Select(Without)]),
        StepFlow.AnyOrder all => new StepFlow.AnyOrder([.. all.Parts.Select(Without)]),
        StepFlow.OneOf choice => new StepFlow.OneOf([.. choice.Branches.Select(branch => new Branch(branch.When is { } when ? Kept(when, isTheirs: false) : null, branch.Part is { } part ? Without(part) : null))]),
        StepFlow.Again again => new StepFlow.Again(Without(again.Part), again.Redo is { } redo ? Without(redo) : null),
        _ => flow,
    };

    private string Kept(string words, bool isTheirs)
    {
        if (words == Nothing || !(isTheirs || Repeats(Plain(words)))) return words;
        erased.Add(words);
        return Nothing;
    }

    private bool Repeats(string words) => words.Length >= LeastTelling
        && messages.Any(message => message.Contains(words, StringComparison.Ordinal) || words.Contains(message, StringComparison.Ordinal));

    private static string Plain(string text) => string.Join(' ', new string([.. text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
