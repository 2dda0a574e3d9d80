using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Takes greetings, politeness and side clauses off a sentence, and parts what is left into clauses.</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Openers = Grammar.Set(
        "so then and but also now next first finally just actually basically unfortunately currently meanwhile alternatively otherwise btw fyi sorry {person} team guys folks unluckily sadly luckily fortunately yes ah oh hm hmm ok okay alright sure great perfect thanks hi hello hey well anyway however still additionally lastly secondly");

    private static readonly FrozenSet<string> OnlyBeforeBreak = Grammar.Set(
        "no right good fine correct cool nice excellent awesome wonderful super absolutely certainly definitely understood noted agreed done thank welcome");

    private static readonly FrozenSet<string> Subordinators = Grammar.Set(
        "if once when before after to in for while as since because until with at on by regarding without");

    private static readonly FrozenSet<string> NewClause = Grammar.Set("i we you they he she it please let could can would will then also this that there have has is are see try thanks thank");

    private static readonly string[] PhrasesBeforeBreak = ["one thing", "quick one", "quick question", "small question", "just so you know", "good one", "heads up", "for the record", "as discussed", "good news", "bad news", "by the way", "in short", "to be sure", "one more thing", "last thing", "thanks for the ping", "according to {id}", "according to {issue}", "my guess", "fair enough"];

    /// <summary>In the order of the sentence; courtesies and empty ones left out.</summary>
    public static List<Word[]> Of(Word[] words)
    {
        var clauses = new List<Word[]>();
        words = WithoutSideClause(WithoutOpening(words));
        var start = 0;
        for (var at = 0; at <= words.Length; at++)
        {
            if (at < words.Length && !Divides(words, start, at)) continue;
            Add(words[start..at], clauses);
            start = at < words.Length && RunsOn(words, at) ? at : at + 1;
        }
        return clauses;
    }

    /// <summary>Openers, greetings and names at the beginning.</summary>
    public static Word[] WithoutOpening(Word[] words)
    {
        while (words.Length > 0)
        {
            if (words[0].IsBreak || Openers.Contains(words[0].Text)) words = words[1..];
            else if (words.Length > 1 && words[1].IsBreak && OnlyBeforeBreak.Contains(words[0].Text)) words = words[2..];
            else if (words.Length > 2 && words[0].Text is "happy" or "glad" && words[1].Text is "it" or "that" or "this" or "they" or "you") words = words[1..];
            else if (words.Length > 2 && words[0].Text is "no" or "yes" or "right" && words[1].Text is "it" or "that" or "i" or "you" or "they" or "we" or "he" or "she") words = words[1..];
            else if (words.Length > 2 && words[0].Is("there") && words[1].Text is "i" or "we" or "my" or "can" or "could" or "how" or "please" or ",") words = words[1..];
            else if (PhraseBeforeBreak(words) is > 0 and var phrase) words = words[phrase..];
            else if (Courtesy(words) is > 0 and var length) words = words[length..];
            else return words;
        }
        return words;
    }

    private static int PhraseBeforeBreak(Word[] words)
    {
        foreach (var phrase in PhrasesBeforeBreak)
            if (phrase.Split(' ').Length is var length && words.Length > length && Grammar.Reads(words, 0, phrase) && (words[length].IsBreak || phrase[^1] == '}')) return length;
        return 0;
    }

    /// <summary>"If it happens again, …", "To verify you, …" before the main clause.</summary>
    private static Word[] WithoutSideClause(Word[] words)
    {
        if (words.Length == 0 || !Subordinators.Contains(words[0].Text)) return words;
        var comma = Array.FindIndex(words, word => word.IsBreak);
        return comma > 1 && words.Length - comma > 2 ? WithoutOpening(words[(comma + 1)..]) : words;
    }

    private static bool Divides(Word[] words, int start, int at)
    {
        var word = words[at];
        if (word.IsBreak) return !word.Is(",") || !ContinuesList(words, at + 1);
        if (at == start || at + 1 == words.Length) return false;
        if (RunsOn(words, at)) return true;
        if (word.Text is "but") return true;
        return word.Text is "and" or "so" or "then" && BeginsClause(words, at + 1);
    }

    /// <summary>"help us we are lost", "i need help i lost my card": a new sentence without a full stop.</summary>
    private static bool RunsOn(Word[] words, int at) =>
        at > 0 && at + 2 < words.Length && words[at].Text is "i" or "we" or "my" && words[at - 1].Text is "help" or "us" or "me" or "please" or "problem" or "issue" or "emergency" or "assistance"
        && (words[at].Is("my") || Grammar.IsAuxiliary(words[at + 1]) || Verbs.OfPast(words[at + 1].Text) is not null || words[at + 1].Text is "need" or "want" or "have");

    /// <summary>"and restarted it", "and let me know"; not "and account number".</summary>
    private static bool BeginsClause(Word[] words, int at)
    {
        at = Grammar.PastAdverbs(words, at);
        if (at >= words.Length) return true;
        var word = words[at];
        if (NewClause.Contains(word.Text)) return true;
        var more = at + 1 < words.Length;
        if (more && Verbs.IsBase(word.Text) && (Grammar.IsDeterminer(words[at + 1]) || words[at + 1].Text is "me" or "us" or "it" or "them" or "you" or "back" or "to")) return true;
        return Verbs.OfPast(word.Text) is not null && (!more || !Verbs.IsBase(words[at + 1].Text));
    }

    /// <summary>"…, address and phone number".</summary>
    private static bool ContinuesList(Word[] words, int at)
    {
        var end = at;
        while (end < words.Length && !words[end].IsBreak) end++;
        var item = words[at..end];
        if (item.Length is 0 or > 5 || item.Any(word => Grammar.IsAuxiliary(word) || NewClause.Contains(word.Text)) || Verbs.IsBase(item[0].Text)) return false;
        return item.Any(word => word.Text is "and" or "or") && Verbs.OfPast(item[^1].Text) is null;
    }

    private static void Add(Word[] clause, List<Word[]> clauses)
    {
        clause = WithoutOpening(clause);
        if (clause.Length == 0) return;
        var act = SpeechActs.Of([.. clause.Where(word => !word.IsBreak).Select(word => word.Text)], false);
        if (SpeechActs.CarriesWork(act)) clauses.Add(clause);
    }

    private static int Courtesy(Word[] words)
    {
        var end = Array.FindIndex(words, word => word.IsBreak);
        var first = end < 0 ? words : words[..end];
        var (act, length) = Courtesies.Read([.. first.Select(word => word.Text)]);
        if (act is null or SpeechAct.Acknowledgement) return act is not null && length == first.Length && length < words.Length ? length : 0;
        return length < words.Length && (length == first.Length || act is SpeechAct.Greeting) ? length : 0;
    }
}
