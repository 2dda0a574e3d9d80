using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// Names a step in a short imperative, from what people wrote when they did it. Each clause is rewritten by grammar ("Could you give me
/// your account number?" is "Ask for the account number"); the title is the rewriting that the most messages share, so one odd message
/// never names the step. Where they share no rewriting, it says what kind of message it is.
/// </summary>
public static class StepTitle
{
    private const int MostMessages = 200;

    /// <summary>The least typical message counts this much against the most typical.</summary>
    private const double LeastTypical = 0.35;

    /// <param name="wordings">The messages that show one step, the most typical first, as often as they were written; not masked, or masked by <see cref="Placeholders"/>.</param>
    /// <returns>Capital first, no full stop, about three to nine words, no values. Never empty.</returns>
    public static string From(IReadOnlyList<string> wordings) => Ranked(wordings)[0];

    /// <summary>The title, then others that would do. At least one.</summary>
    internal static IReadOnlyList<string> Ranked(IReadOnlyList<string> wordings)
    {
        var distinct = wordings.CountBy(wording => wording, StringComparer.Ordinal).Take(MostMessages).ToList();
        var messages = distinct.Select((wording, rank) => Weigh(wording.Key, wording.Value * Typicality(rank, distinct.Count))).ToList();
        var shared = new Shared(messages.Select(message => (message.Masked, message.Weight)));
        var ranked = CentralDraft.Rank(messages, shared);
        if (ranked.Count == 0) ranked = [TitleByKind.Of(messages, shared)];
        var texts = messages.Select(message => message.Masked).ToList();
        return [.. ranked.Select(title => Casing.Of(title, texts))];
    }

    /// <summary>The name that the source itself gives an activity: as it stands, on one line.</summary>
    public static string Named(string activity)
    {
        var name = string.Join(' ', activity.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "Unnamed activity" : name;
    }

    private static double Typicality(int rank, int count) => 1 - ((1 - LeastTypical) * rank / count);

    private static WeighedMessage Weigh(string wording, double weight)
    {
        var masked = MaskedForTitle.Of(wording);
        return new(masked, Imperative.Drafts(masked), weight);
    }
}
