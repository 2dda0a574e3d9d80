using System.Collections.Frozen;

namespace LiveSop.Domain.Text;

/// <summary>Hello, thanks, bye, ok: how many words of a sentence's beginning they take, and which act comes with them.</summary>
internal static class Courtesies
{
    private static readonly FrozenDictionary<string, (string[] Words, SpeechAct Act)[]> ByFirstWord = Index(
        (SpeechAct.Greeting, "hi, hello, hey, hiya, howdy, greetings, good morning, good afternoon, good evening, good day, morning, dear, hallo, hola, bonjour, guten tag, guten morgen, moin, welcome"),
        (SpeechAct.Thanks, "thanks, thank you, many thanks, thanks a lot, thanks so much, thank you so much, thank you very much, ty, tysm, cheers, much appreciated, appreciate it, appreciated, i appreciate it, danke, merci, gracias"),
        (SpeechAct.Farewell, "bye, bye bye, goodbye, good bye, good night, see you, see ya, cya, take care, have a great, have a good, have a nice, have a lovely, have a wonderful, enjoy your, talk soon, talk to you soon, speak soon, ttyl, until next time, so long"),
        (SpeechAct.Social, "how are you, how is it going, how are things, how do you do, how was your weekend, nice to meet you, happy friday, happy monday, happy birthday, happy new year, congrats, congratulations, lol, haha, hahaha, you are welcome, my pleasure, you are very welcome, no worries, well done, good job, great job, nice work, great work, awesome work, welcome to the team, welcome aboard, good luck"),
        (SpeechAct.Acknowledgement, "ok, okay, k, kk, okey, alright, all right, got it, on it, i am on it, sure, sure thing, will do, yes, yep, yeah, yup, no, nope, perfect, great, cool, nice, awesome, excellent, understood, noted, makes sense, that makes sense, sounds good, that sounds good, no problem, np, ack, acknowledged, i see, of course, certainly, absolutely, definitely, right, agreed, fine, that is fine, very well, wonderful, good, super, right away, one moment, one moment please, one sec, just a moment, just a second, just a sec, hold on, hang on, oh, ah, hmm, wow, well, so, sorry, apologies, my apologies, i am sorry, exactly, correct, indeed, roger, copy that, gotcha, same here, me too, fair enough, never mind, nvm"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Addressees = Words.Set(
        "there all everyone everybody team folks guys friend sir madam again to you both and {person} for now then please ok too very much so a lot");

    /// <summary>
    /// The first act that is more than a filler decides; names and "there", "all", "again" after it belong to it.
    /// </summary>
    public static (SpeechAct? Act, int Length) Read(IReadOnlyList<string> tokens)
    {
        SpeechAct? act = null;
        var at = 0;
        while (at < tokens.Count && Longest(tokens, at) is { Length: > 0 } found)
        {
            if (act is null or SpeechAct.Acknowledgement) act = found.Act;
            at += found.Length;
            while (at < tokens.Count && Addressees.Contains(tokens[at]) && (at + 1 == tokens.Count || !StartsClause(tokens, at))) at++;
        }
        return (act, at);
    }

    /// <summary>How many unknown words may follow: "thanks for the quick answer" is still thanks, "ok the worker is down" is news.</summary>
    public static int Tail(SpeechAct act) => act switch
    {
        SpeechAct.Thanks or SpeechAct.Farewell => 8,
        SpeechAct.Social => 4,
        SpeechAct.Greeting => 2,
        _ => 0,
    };

    /// <summary>"so you …", "to reset …", "there is …": the word is not an addressee but begins what is meant.</summary>
    private static bool StartsClause(IReadOnlyList<string> tokens, int at) =>
        tokens[at] is "there" or "to" or "so" or "you" or "all" or "a" or "please" or "and" && !Addressees.Contains(tokens[at + 1]) && Longest(tokens, at + 1).Length == 0;

    private static (SpeechAct Act, int Length) Longest(IReadOnlyList<string> tokens, int at)
    {
        if (!ByFirstWord.TryGetValue(tokens[at], out var phrases)) return default;
        foreach (var (words, act) in phrases)
            if (Matches(tokens, at, words)) return (act, words.Length);
        return default;
    }

    private static bool Matches(IReadOnlyList<string> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var i = 1; i < words.Length; i++)
            if (tokens[at + i] != words[i]) return false;
        return true;
    }

    private static FrozenDictionary<string, (string[] Words, SpeechAct Act)[]> Index(params (SpeechAct Act, string Phrases)[] lists) =>
        lists.SelectMany(list => Words.Phrases(list.Phrases).Select(phrase => (Words: phrase.Split(' '), list.Act)))
            .GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);
}
