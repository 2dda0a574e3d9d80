using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Living;

/// <summary>How well a procedure answers to some words.</summary>
public static class ProcedureSearch
{
    private const double InTitle = 3;
    private const double InTrigger = 2;
    private const double InStep = 1;

    /// <returns>0 where it speaks of none of them; more for more of them, in more telling places.</returns>
    public static double Score(Procedure procedure, string words)
    {
        var wanted = StemsOf(words);
        if (wanted.Count == 0) return 0;
        var (title, trigger, steps) = (StemsOf(procedure.Title), StemsOf(procedure.Trigger), StemsOf(string.Join(' ', procedure.Steps.Select(step => step.Title))));
        return wanted.Sum(stem => title.Contains(stem) ? InTitle : trigger.Contains(stem) ? InTrigger : steps.Contains(stem) ? InStep : 0) / wanted.Count;
    }

    /// <summary>The content words in their basic form; function words too where there is nothing else.</summary>
    public static IReadOnlySet<string> StemsOf(string text)
    {
        var tokens = Tokens.Of(text);
        var content = tokens.Where(token => !StopWords.Contains(token)).ToList();
        return (content.Count > 0 ? content : tokens).Select(token => Stems.Of(token)).ToHashSet(StringComparer.Ordinal);
    }
}
