using System.Collections.Frozen;
using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Running.Signs;

/// <summary>What a step's title says, and how much of it a clause says too.</summary>
internal sealed class TitleSign
{
    /// <summary>Of a clause that says nothing but what the title says, though not all of it: "restarted".</summary>
    private const double Partly = 0.8;

    private static readonly FrozenSet<string> Asking = Stemmed("ask request query question enquire inquire clarify");

    /// <summary>Saying them is doing them.</summary>
    private static readonly FrozenSet<string> Spoken = Stemmed(
        """
        ask request query question enquire inquire clarify tell say inform confirm explain offer promise announce acknowledge take thank apologise apologize remind suggest
        propose invite hand escalate pass warn notify report point ping greet assure reassure answer reply respond recommend instruct advise introduce delegate claim pick own
        """);

    /// <summary>People say them of much else than the step: "solved, brilliant", "looking into it", "noted".</summary>
    private static readonly FrozenSet<string> Vague = Stemmed("check take close correct note enter make get do give go keep let put have test use work start stop handle");

    private static readonly FrozenSet<string> Filing = Set("file create open log raise submit report record register make write enter add");

    private static readonly FrozenSet<string> Tickets = Set("ticket tickets issue issues jira bug bugs defect story task");

    /// <summary>Content in general, but not of a report that something is done.</summary>
    private static readonly FrozenSet<string> Idle = [.. Words.List("done fine good ok work well back look seem finish complete success successful ready great all clean quick live green")
        .Select(word => Kin.Of(word)).Concat(["done"])];

    private readonly HashSet<string> words;

    public TitleSign(string title)
    {
        var tokens = Tokens.Of(Placeholders.Mask(title));
        words = ContentOf(tokens);
        Verb = tokens.Count > 0 && !StopWords.Contains(tokens[0]) ? Kin.Of(tokens[0]) : null;
        if (IsAsk) words.Remove(Verb!);
        IsFiling = tokens.Count > 1 && Filing.Contains(tokens[0]) && tokens.Any(Tickets.Contains);
    }

    /// <summary>With which the title begins, as <see cref="Kin"/> has it; null where that is a word without a meaning of its own.</summary>
    public string? Verb { get; }

    /// <summary>It is done by asking.</summary>
    public bool IsAsk => Verb is not null && Asking.Contains(Verb);

    /// <summary>It is done by saying something, so that how it is said does not tell against it.</summary>
    public bool IsSpoken => Verb is not null && Spoken.Contains(Verb);

    /// <summary>A ticket is filed: the link to it shows that.</summary>
    public bool IsFiling { get; }

    public static HashSet<string> ContentOf(IEnumerable<string> tokens) =>
        tokens.Where(token => token[0] != '{' && !StopWords.Contains(token)).Select(token => Kin.Of(token)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The clause speaks of what is done in the step.</summary>
    public bool Names(Telling clause) => Verb is not null && clause.Content.Contains(Verb);

    /// <summary>
    /// In [0, 1]. A deed has to be named by its verb and told; a question asks for the same things, or is told with its verb.
    /// </summary>
    public double In(Telling clause)
    {
        if (words.Count == 0) return 0;
        var asks = IsAsk && clause.Mood is (Mood.Asked or Mood.Ahead);
        if (!asks && (clause.Mood != Mood.Told || !Names(clause) || IsOnlyMeant(clause.Tokens))) return 0;
        var shared = clause.Content.Count(words.Contains);
        var covered = (double)shared / words.Count;
        if (IsAsk) return covered;
        var said = clause.Content.Count(word => !Idle.Contains(word) || words.Contains(word));
        return said > 0 && shared == said && (shared > 1 || !Vague.Contains(Verb!)) ? Math.Max(covered, Partly) : covered;
    }

    /// <summary>"We restart it", "time to restart it": its plain form tells that it is done only behind "had to" and the like.</summary>
    private bool IsOnlyMeant(IReadOnlyList<string> tokens) => tokens.Index().Any(token => token.Index > 0 && Verbs.IsBase(token.Item) && Verbs.OfPast(token.Item) is null && Kin.Of(token.Item) == Verb
        && tokens[token.Index - 1] is "i" or "we" or "you" or "they" or "to" && !(token.Index > 1 && tokens[token.Index - 2] is "had" or "managed" or "able"));

    private static FrozenSet<string> Stemmed(string list) => Words.List(list).Select(word => Kin.Of(word)).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string list) => Words.List(list).ToFrozenSet(StringComparer.Ordinal);
}
