using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>The closed classes of English words that the title rules look at.</summary>
internal static class Grammar
{
    private static readonly FrozenSet<string> Auxiliaries = Set(
        "is are am was were do does did have has had can could would will should shall may might must");

    private static readonly FrozenSet<string> Pronouns = Set("i you we they he she it this that these those there someone somebody anyone anybody everyone");

    private static readonly FrozenSet<string> Determiners = Set(
        "the a an your my our their his her its this that these those any some all no every each both another more which what");

    private static readonly FrozenSet<string> Prepositions = Set(
        "to for from with without on in at of by about into onto over under via through regarding concerning per against between within across during after before as like than out up off down back until since near around inside outside beside");

    private static readonly FrozenSet<string> Adverbs = Set(
        "success approximately about now just already also then successfully successfuly sucessfully currently still really actually kindly please quickly simply first again probably certainly definitely gladly happily always only even maybe perhaps recently finally immediately manually temporarily permanently directly quick right shortly soon today indeed therefore possibly likely");

    private static readonly FrozenSet<string> Stative = Set(
        "expired required supposed broken included involved affected caused allowed needed based limited delayed interested concerned worried related known expected used stuck lost down gone blocked locked outdated disabled refused");

    private static readonly FrozenSet<string> Adjectives = Set(
        "available left open free ready done complete completed live fixed working up down online offline correct wrong valid invalid active inactive full empty able sure possible impossible aware normal affected enabled disabled connected visible missing outdated late slow stable safe okay ok fine set broken stuck gone here back affected");

    private static readonly FrozenSet<string> Intransitive = Set(
        "drop rise grow shrink hang return run continue follow end fail expire crash happen appear disappear occur start stop arrive come go work exist depend fall stay remain seem succeed time");

    private static readonly FrozenSet<string> Finite = Set(
        "says shows reports goes happens comes means needs looks gives takes runs seems wants gets hits keeps fails returns uses works belongs refers expires begins stays sits sends asks contains remains requires complains arrives appears reads");

    /// <summary>A verb form that is hardly ever a noun: what stands before it is its subject.</summary>
    public static bool IsFinite(Word word) => Finite.Contains(word.Text);

    /// <summary>"a" or "an".</summary>
    public static string Article(string noun) => noun.StartsWith("hour", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("unusual", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("un", StringComparison.OrdinalIgnoreCase) && !noun.StartsWith("uni", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("up", StringComparison.OrdinalIgnoreCase) ? "an" : char.ToLowerInvariant(noun[0]) is 'a' or 'e' or 'i' or 'o' && !noun.StartsWith("one", StringComparison.OrdinalIgnoreCase) ? "an" : "a";

    /// <summary>Verbs whose subject suffers: "the payment failed" is news, not a deed.</summary>
    public static bool IsIntransitive(string verb) => Intransitive.Contains(verb);

    public static bool IsAuxiliary(Word word) => Auxiliaries.Contains(word.Text);

    public static bool IsPronoun(Word word) => Pronouns.Contains(word.Text);

    public static bool IsDeterminer(Word word) => Determiners.Contains(word.Text);

    public static bool IsPreposition(Word word) => Prepositions.Contains(word.Text);

    public static bool IsAdverb(Word word) => Adverbs.Contains(word.Text);

    /// <summary>Participles that tell a state rather than a deed: "is expired".</summary>
    public static bool IsStative(Word word) => Stative.Contains(word.Text);

    public static bool IsAdjective(Word word) => Adjectives.Contains(word.Text);

    public static bool IsSpeaker(Word word) => word.Text is "i" or "we";

    public static bool IsBe(Word word) => word.Text is "is" or "are" or "am" or "was" or "were";

    public static bool IsHave(Word word) => word.Text is "have" or "has" or "had";

    public static bool IsQuestionWord(Word word) => word.Text is "what" or "which" or "who" or "whom" or "whose" or "when" or "where" or "why" or "how";

    public static FrozenSet<string> Set(string words) => Words.List(words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first index at or after <paramref name="at"/> that is no adverb.</summary>
    public static int PastAdverbs(Word[] words, int at)
    {
        while (at < words.Length && IsAdverb(words[at])) at++;
        return at;
    }

    /// <summary>Do the words from <paramref name="at"/> read exactly so?</summary>
    public static bool Reads(Word[] words, int at, string phrase)
    {
        var left = phrase.AsSpan();
        while (left.Length > 0)
        {
            if (at >= words.Length || !left.StartsWith(words[at].Text)) return false;
            left = left[words[at++].Text.Length..];
            if (left.Length > 0 && left[0] != ' ') return false;
            if (left.Length > 0) left = left[1..];
        }
        return true;
    }

    public static bool Contains(Word[] words, string phrase)
    {
        for (var at = 0; at < words.Length; at++)
            if (Reads(words, at, phrase)) return true;
        return false;
    }
}
