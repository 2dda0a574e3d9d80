using System.Collections.Frozen;

namespace LiveSop.Domain.Text;

/// <summary>What a sentence does in a talk.</summary>
public enum SpeechAct
{
    Statement, Question, Request, Greeting, Thanks, Farewell, Acknowledgement, Social,
}

/// <summary>
/// Tells the sentences that carry the work from those that carry the company. Rules over small English word lists; a sentence that
/// none of them knows, as in any other language, is a statement (a question when it ends with a question mark), so nothing is lost.
/// </summary>
public static class SpeechActs
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RequestVerbs = Words.Set(
        """
        please try check send give tell show provide share confirm restart reset click open close enter type select choose log sign go make let
        use update install download upload reboot run look see contact call email write reply add remove delete change set turn wait hold note
        ensure follow attach forward describe explain clear refresh reload verify create assign escalate review ping ask raise submit fill
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> QuestionWords = Words.Set(
        "what which who whom whose when where why how any anything anyone");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Auxiliaries = Words.Set(
        "is are am was were do does did have has had can could would will should shall may might");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Subjects = Words.Set(
        "you i we they he she it there this that these those the your my our their someone anyone anybody somebody everyone a an");

    /// <param name="sentence">Masked or not.</param>
    public static SpeechAct Of(string sentence) => Of(Tokens.Of(sentence), sentence.AsSpan().TrimEnd().EndsWith("?"));

    /// <param name="tokens">Of one sentence.</param>
    /// <param name="asks">It ends with a question mark.</param>
    public static SpeechAct Of(IReadOnlyList<string> tokens, bool asks)
    {
        var courtesy = Courtesies.Read(tokens);
        if (courtesy.Act is { } act && courtesy.Length == tokens.Count) return act;
        var rest = courtesy.Length;
        if (IsRequest(tokens, rest, asks)) return SpeechAct.Request;
        if (asks || IsInverted(tokens, rest)) return SpeechAct.Question;
        return courtesy.Act is { } opening && tokens.Count - rest <= Courtesies.Tail(opening) ? opening : SpeechAct.Statement;
    }

    /// <summary>Leaves out greetings, thanks and small talk.</summary>
    public static bool CarriesWork(SpeechAct act) => act is SpeechAct.Statement or SpeechAct.Question or SpeechAct.Request;

    internal static bool OpensRequest(ReadOnlySpan<char> word) => RequestVerbs.Contains(word) || Auxiliaries.Contains(word) || QuestionWords.Contains(word);

    private static bool IsRequest(IReadOnlyList<string> tokens, int at, bool asks)
    {
        if (at >= tokens.Count) return false;
        var (first, second) = (tokens[at], at + 1 < tokens.Count ? tokens[at + 1] : "");
        if (first is "can" or "could" or "would" or "will" && second is "you" or "someone" or "somebody" or "anyone")
            return at + 2 >= tokens.Count || tokens[at + 2] is not ("like" or "prefer" or "rather" or "want" or "be" or "need");
        if (first == "please") return true;
        if (first == "let") return second == "me" && at + 2 < tokens.Count && tokens[at + 2] == "know";
        if (first is "i" or "we" && second is "need" && at + 2 < tokens.Count) return tokens[at + 2] == "you";
        return !asks && RequestVerbs.Contains(first) && !Subjects.Contains(second) | second is "the" or "your" or "a" or "an" or "this" or "that" or "my";
    }

    private static bool IsInverted(IReadOnlyList<string> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return false;
        var (first, second) = (tokens[at], tokens[at + 1]);
        if (Auxiliaries.Contains(first)) return Subjects.Contains(second);
        return first is "what" or "which" or "where" or "who" or "why" or "when" or "how" && Auxiliaries.Contains(second) && !EndsLikeClause(tokens);
    }

    /// <summary>"What is happening is that …" tells.</summary>
    private static bool EndsLikeClause(IReadOnlyList<string> tokens) => tokens.Count > 4 && tokens.Skip(2).Any(token => token == "that");
}
