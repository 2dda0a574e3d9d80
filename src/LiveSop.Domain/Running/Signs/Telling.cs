using System.Collections.Frozen;
using System.Text.RegularExpressions;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Running.Signs;

/// <summary>How a clause speaks of what it speaks of.</summary>
internal enum Mood
{
    /// <summary>As done, being done, or so.</summary>
    Told,

    /// <summary>As wanted, intended, possible, or only begun: "I will restart it", "it needs a restart".</summary>
    Ahead,

    /// <summary>As a question or a request.</summary>
    Asked,

    /// <summary>As not so: "have not restarted it yet", "the restart failed".</summary>
    Denied,
}

/// <summary>
/// A clause of a message, values masked. A message often tells one thing and announces another ("restarted, will watch it"), so each clause has a
/// mood of its own. Where the mood is in doubt it is not <see cref="Mood.Told"/>: a step checked for nothing costs more than one that somebody has to press.
/// </summary>
internal sealed partial record Telling(IReadOnlyList<string> Tokens, Mood Mood)
{
    private const string Breaks = ",;:()–—…";

    private static readonly FrozenSet<string> Ahead = Set(
        """
        will shall should must would could can may might need needs needed want wants wanted plan plans planning planned intend going gonna about let try trying attempting
        tomorrow later soon shortly if unless until till when once whether perhaps maybe probably hopefully almost nearly halfway todo scheduled pending
        require requires required supposed ought better consider considering wait waiting hold asap
        """);

    private static readonly FrozenSet<string> Denied = Set(
        "not no never nobody none nothing neither nor without yet forgot forgotten unable fail failed fails failing tried refuse refused refuses instead impossible cancelled canceled aborted undone reverted");

    private static readonly FrozenSet<string> Comparing = Set("like same similar duplicate dupe related reminds not yet instead");

    private static readonly FrozenSet<string> Subjects = Set("i we you he she they it this that there will please can could let");

    /// <summary>What it is about, as <see cref="TitleSign"/> compares it.</summary>
    public IReadOnlySet<string> Content { get; } = TitleSign.ContentOf(Tokens);

    /// <summary>
    /// It gives an issue of a tracker as what was filed, by its key or by a link to it: not one to compare with. What the issue is about may well
    /// be told as denied: "created OPS-1 for the failed import".
    /// </summary>
    public bool GivesIssue { get; } = Tokens.Contains(Placeholders.Name(PlaceholderKind.Issue)) && Mood is (Mood.Told or Mood.Denied) && !Tokens.Any(Comparing.Contains);

    /// <summary>In the order of the text; none of a text without words. What follows a condition in its sentence depends on it.</summary>
    public static IReadOnlyList<Telling> Of(string text)
    {
        var tellings = new List<Telling>();
        foreach (var sentence in Sentences.Split(Placeholders.Mask(WithIssues(text))))
        {
            var asks = sentence.AsSpan().TrimEnd().EndsWith("?");
            var clauses = Clauses(sentence).Select(clause => Text.Tokens.Of(clause)).Where(tokens => tokens.Count > 0).ToList();
            var open = false;
            for (var i = 0; i < clauses.Count; i++)
            {
                open |= clauses[i][0] is "if" or "unless" or "once" or "when" or "until" or "till";
                var mood = MoodOf(clauses[i], asks && i == clauses.Count - 1);
                tellings.Add(new(clauses[i], open && mood == Mood.Told ? Mood.Ahead : mood));
            }
        }
        return tellings;
    }

    /// <summary>A link to an issue is its key.</summary>
    private static string WithIssues(string text) => IssueLink().Replace(text, "$1");

    private static Mood MoodOf(IReadOnlyList<string> tokens, bool asks)
    {
        if (SpeechActs.Of(tokens, asks) is SpeechAct.Question or SpeechAct.Request && (asks || !LacksSubject(tokens))) return Mood.Asked;
        if (tokens.Any(Denied.Contains)) return Mood.Denied;
        return tokens.Index().Any(token => IsAhead(tokens, token.Index)) ? Mood.Ahead : Mood.Told;
    }

    /// <summary>"Had a look" looks like a question turned round, and is a report without its "I".</summary>
    private static bool LacksSubject(IReadOnlyList<string> tokens) => tokens is ["had" or "have" or "has", "a" or "an" or "the", ..];

    /// <summary>"I can see" and "once more" announce nothing.</summary>
    private static bool IsAhead(IReadOnlyList<string> tokens, int at)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1] : "";
        return Ahead.Contains(tokens[at]) && !(tokens[at] is "can" && next is "see" or "confirm") && !(tokens[at] is "once" && next is "more" or "again") && !(tokens[at] is "about" or "going" && next is not "to");
    }

    /// <summary>Punctuation divides, "but" does, and "and" where a new subject follows: what goes on without one goes on in the same mood.</summary>
    private static IEnumerable<string> Clauses(string sentence)
    {
        var start = 0;
        for (var at = 0; at < sentence.Length; at++)
        {
            var length = Breaks.Contains(sentence[at]) && (sentence[at] != ':' || at + 1 == sentence.Length || sentence[at + 1] == ' ') ? 1 : Conjunction(sentence.AsSpan(at));
            if (length == 0) continue;
            yield return sentence[start..at];
            start = at + length;
            at = start - 1;
        }
        yield return sentence[start..];
    }

    private static int Conjunction(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith(" but ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" - ")) return rest[1] == '-' ? 3 : 5;
        if (!rest.StartsWith(" and ", StringComparison.OrdinalIgnoreCase)) return 0;
        var after = rest[5..];
        var end = after.IndexOfAny(' ', '\'', '’');
        return Subjects.Contains((end < 0 ? after : after[..end]).ToString().ToLowerInvariant()) ? 5 : 0;
    }

    private static FrozenSet<string> Set(string words) => Words.List(words).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"<?https?://[^\s<>|]+/browse/([A-Z][A-Z0-9]+-[0-9]+)[^\s<>|]*(\|[^>]*)?>?", RegexOptions.CultureInvariant)]
    private static partial Regex IssueLink();
}
