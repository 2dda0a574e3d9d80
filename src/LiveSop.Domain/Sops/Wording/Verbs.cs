using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// The forms of English verbs. The irregular ones and those that support teams use are listed, which settles spelling
/// ("escalated" is "escalate", "stopped" is "stop") and what is a verb at all; the rest goes by the rules of spelling.
/// </summary>
internal static class Verbs
{
    private static readonly FrozenSet<string> Bases = Words.List(VerbList.Regular).Concat(VerbList.IrregularRows.Select(row => row[0])).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> PastToBase = VerbList.IrregularRows
        .SelectMany(row => row.Skip(1).Select(form => (Form: form, Base: row[0])))
        .DistinctBy(pair => pair.Form)
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Base);

    private static readonly FrozenDictionary<string, string> BaseToPast =
        VerbList.IrregularRows.ToFrozenDictionary(row => row[0], row => row[1]);

    public static bool IsBase(string word) => Bases.Contains(word) || (PrefixOf(word) is { } rest && Bases.Contains(rest));

    /// <summary>The base of a past tense or participle, or null when the word cannot be one.</summary>
    public static string? OfPast(string word)
    {
        if (PrefixOf(word) is { } rest && OfPast(rest) is { } inner && Bases.Contains(inner)) return word[..^rest.Length] + inner;
        if (PastToBase.TryGetValue(word, out var irregular)) return irregular;
        if (word.Length > 3 && word.EndsWith("ied", StringComparison.Ordinal)) return word[..^3] + "y";
        return word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal) ? Respell(word[..^2]) : null;
    }

    /// <summary>The base of an -ing form, or null.</summary>
    public static string? OfGerund(string word)
    {
        if (word.Length < 5 || !word.EndsWith("ing", StringComparison.Ordinal)) return null;
        if (PrefixOf(word) is { } rest && OfGerund(rest) is { } inner && Bases.Contains(inner)) return word[..^rest.Length] + inner;
        if (word is "dying" or "lying" or "tying") return word[..1] + "ie";
        return word[..^3].Any(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y') ? Respell(word[..^3]) : null;
    }

    /// <summary>"started" of "start", to undo "did it start".</summary>
    public static string Past(string verb)
    {
        if (BaseToPast.TryGetValue(verb, out var irregular)) return irregular;
        if (verb.EndsWith('e')) return verb + "d";
        if (verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2])) return verb[..^1] + "ied";
        return (Doubles(verb) ? verb + verb[^1] : verb) + "ed";
    }

    /// <summary>"says" of "say", to undo "does it say".</summary>
    public static string ThirdPerson(string verb) => verb switch
    {
        "have" => "has",
        "be" => "is",
        _ when verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2]) => verb[..^1] + "ies",
        _ when verb[^1] is 's' or 'x' or 'z' or 'o' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
        _ => verb + "s",
    };

    /// <summary>"re-run", "rerun", "reopen", "undo": the verb behind the prefix.</summary>
    private static string? PrefixOf(string word)
    {
        if (Bases.Contains(word)) return null;
        var at = word.StartsWith("re-", StringComparison.Ordinal) || word.StartsWith("un-", StringComparison.Ordinal) ? 3
            : word.StartsWith("re", StringComparison.Ordinal) || word.StartsWith("un", StringComparison.Ordinal) ? 2 : 0;
        return at > 0 && word.Length - at >= 3 && !PastToBase.ContainsKey(word) && (at == 3 || !IsVowel(word[2]) || word[2] == 'o' || word[2] == 'i' || word[2] == 'a') ? word[at..] : null;
    }

    /// <summary>Puts back what -ed and -ing took: a listed verb first, then an e or a single consonant by rule.</summary>
    private static string Respell(string stem)
    {
        if (Bases.Contains(stem)) return stem;
        if (Bases.Contains(stem + "e")) return stem + "e";
        var doubled = stem.Length > 2 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z');
        if (stem.Length > 2 && stem[^1] == stem[^2] && (doubled || Bases.Contains(stem[..^1]))) return stem[..^1];
        return NeedsE(stem) ? stem + "e" : stem;
    }

    private static bool NeedsE(string stem) =>
        stem.Length > 2 && (stem[^1] is 'v' or 'c' or 'u' || stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("iz", StringComparison.Ordinal)
            || stem.EndsWith("is", StringComparison.Ordinal) || stem.EndsWith("ur", StringComparison.Ordinal) || stem.EndsWith("ir", StringComparison.Ordinal)
            || stem.EndsWith("ag", StringComparison.Ordinal) || stem.EndsWith("ng", StringComparison.Ordinal) && stem[^3] == 'a'
            || (stem[^1] == 'l' && stem[^2] is 'b' or 'd' or 'g' or 'p' or 't'));

    private static bool Doubles(string verb) =>
        verb.Length is 3 or 4 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
