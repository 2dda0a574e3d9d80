using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Living;

/// <summary>What a step is about, to be compared: the stems of its words, those that people use for one another counted as one.</summary>
internal static class StepWords
{
    public static IReadOnlySet<string> Of(string title) =>
        Tokens.Of(Placeholders.Mask(title)).Where(token => !StopWords.Contains(token)).Select(Kin.Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>Dice: twice what both have over what either has, in [0, 1].</summary>
    public static double Likeness(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
