using System.Collections.Frozen;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>What responders tell, where nothing is asked and nothing done.</summary>
internal static class FactRules
{
    private static readonly string[] Hedges =
    [
        "it looks like", "looks like", "it seems like", "it seems that", "it seems", "seems like", "seems", "it appears that", "it appears", "i think that", "i think", "i believe that", "i believe",
        "i see that", "i can see that", "i can see", "i see", "i understand that", "i understand", "i noticed that", "i noticed", "i am afraid that", "i am afraid", "we see that", "it turns out that", "it turns out",
        "i guess", "i suspect", "i hear that", "i can confirm that", "i know", "i have noticed that", "please note that", "the problem is that", "the issue is that", "just so you know", "i found that", "i am sorry but", "i am sorry to say that", "i am sorry",
    ];

    /// <summary>Before a bare noun they are nouns: "order form", "export job".</summary>
    private static readonly FrozenSet<string> AlsoNouns = Grammar.Set(
        "order export report request access contract backup log mail invoice bill book form file name place time date email issue call note test work view guest phone document process record support change charge account filter question answer host page label map plan post price sample schedule share show stage store stream target use visit vote watch");

    private static readonly string[] Negations =
    [
        "i can not", "we can not", "i could not", "we could not", "i am not able to", "we are not able to", "i was not able to", "we were not able to", "i am unable to", "we are unable to", "i was unable to", "we were unable to", "unable to", "can not", "could not",
    ];

    public static Draft? Read(Word[] words, bool asks)
    {
        if (asks || words.Length < 2) return null;
        if (words.Length > 2 && words[0].Text is "do" or "did" or "could" && words[1].Is("not")) words = [Word.Of("i"), .. words];
        if (words[0].Text is "nothing" or "none" or "no" && Verbs.OfPast(words[^1].Text) is not null && !words.Any(Grammar.IsAuxiliary))
            return Draft.Clause("Say that", [.. words[..^1], Word.Of(words[0].Is("no") && words[^2].Text.EndsWith('s') ? "were" : "was"), words[^1]], 0.85);
        return Impossible(words) ?? Existence(words) ?? Given(words) ?? Told(words);
    }

    private static Draft? Impossible(Word[] words)
    {
        foreach (var negation in Negations)
        {
            var at = negation.Split(' ').Length;
            if (!Grammar.Reads(words, 0, negation) || at >= words.Length || !Verbs.IsBase(words[at].Text)) continue;
            return Draft.Verb(words[at].Is("be") ? "Say that they cannot" : "Say that we cannot", words[at..], 0.9);
        }
        return null;
    }

    /// <summary>"There are no rooms available" is "no rooms are available".</summary>
    private static Draft? Existence(Word[] words)
    {
        if (words.Length < 3 || !words[0].Is("there") || !Grammar.IsBe(words[1])) return null;
        var state = Array.FindIndex(words, 3, Math.Max(0, words.Length - 3), word => Grammar.IsAdjective(word));
        return state < 0 ? Draft.Clause("Say that", words, Draft.Telling)
            : Draft.Clause("Say that", [.. words[2..state], words[1], .. words[state..]], 0.85);
    }

    /// <summary>"Your tracking number is {id}", "Here is the link".</summary>
    private static Draft? Given(Word[] words)
    {
        if (Grammar.IsQuestionWord(words[0])) return null;
        if (words[0].Text is "here" && words.Length > 2 && Grammar.IsBe(words[1])) return Draft.Definite("Give", words[2..], 0.9);
        if (Grammar.Reads(words, 0, "attached is") && words.Length > 2) return Draft.Definite("Send", words[2..], 0.9);
        var verb = Array.FindIndex(words, Grammar.IsBe);
        var given = verb > 1 && (verb + 1 == words.Length || words[verb + 1].IsPlaceholder) && words[..verb].All(word => !Grammar.IsAuxiliary(word) && !Grammar.IsQuestionWord(word)) && verb < 6 && Verbs.OfPast(words[verb - 1].Text) is null && (Grammar.IsDeterminer(words[0]) || Shared.IsContent(words[0].Text));
        return given ? Draft.Definite("Give", words[..verb], 0.9) : null;
    }

    private static Draft? Told(Word[] words)
    {
        foreach (var hedge in Hedges.Where(hedge => Grammar.Reads(words, 0, hedge)).OrderByDescending(hedge => hedge.Length).Take(1))
            words = words[hedge.Split(' ').Length..];
        while (words.Length > 0 && words[0].Text is "that" or "," && words.Length > 2 && (Grammar.IsPronoun(words[1]) || Grammar.IsDeterminer(words[1]))) words = words[1..];
        if (words.Length > 0 && Grammar.IsQuestionWord(words[0])) return null;
        if (words.Length < 2 || !IsTold(words)) return Grammar.Reads(words, 0, "of course") ? null : Bare(words);
        if (Grammar.Reads(words, 0, "you can") || Grammar.Reads(words, 0, "you could")) return Draft.Clause("Explain that", words, 0.85);
        return Draft.Clause("Say that", words, Draft.Telling);
    }

    /// <summary>An imperative without address stands as it is: "Restart the worker".</summary>
    private static Draft? Bare(Word[] words) =>
        words.Length > 1 && !words[0].Is("let") && Verbs.IsBase(words[0].Text) && !(AlsoNouns.Contains(words[0].Text) && !Grammar.IsDeterminer(words[1]) && !Grammar.IsPronoun(words[1]) && !words[1].IsPlaceholder) && !Grammar.IsAuxiliary(words[0]) && !Grammar.IsAuxiliary(words[1]) && words[1].Text is not ("of" or "for") && !Grammar.IsFinite(words[1]) && words[0].Text is not ("thank" or "welcome") ? Draft.Verb("", words, 0.9) : null;

    private static bool IsTold(Word[] words)
    {
        if (Grammar.IsPreposition(words[0])) return false;
        if (words.Skip(1).Any(Grammar.IsFinite)) return true;
        if (Verbs.IsBase(words[0].Text) && !words.Skip(1).Any(Grammar.IsAuxiliary)) return false;
        return words.Skip(1).Any(word => Grammar.IsAuxiliary(word) || Verbs.OfPast(word.Text) is { } past && Verbs.IsBase(past)
            || (word.Text.EndsWith('s') && Verbs.IsBase(word.Text[..^1]) && word.Text.Length > 3));
    }
}
