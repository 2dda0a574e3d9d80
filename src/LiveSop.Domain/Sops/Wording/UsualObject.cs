using System.Collections.Frozen;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// What a verb is done to when the message leaves it out or says only "it": who "takes this one" takes the case, who is "closing then" closes it.
/// </summary>
internal static class UsualObject
{
    private static readonly FrozenSet<string> Empty = Grammar.Set("it this that them these those one ones here then so now");
    private static readonly FrozenSet<string> Particles = Grammar.Set("up off out down at into as under over with on in through around back");
    private static readonly FrozenSet<string> Settled = Grammar.Set("resolved solved fixed settled done closed complete completed case matter ticket thread");

    private static readonly FrozenSet<string> Taking = Grammar.Set("take grab claim own assign pick");
    private static readonly FrozenSet<string> Closing = Grammar.Set("close resolve solve finish settle conclude archive wrap shut");
    private static readonly FrozenSet<string> Marking = Grammar.Set("mark flag set log count tag file");
    private static readonly FrozenSet<string> Looking = Grammar.Set("look check investigate dig inspect see review examine");
    private static readonly FrozenSet<string> Lost = Grammar.Set("follow monitor watch start do get come go end head keep continue have make sit use run happen need want work hit help");

    private static readonly FrozenSet<string> Transitive = Grammar.Set(
        "raise change set take give put send bump lift increase lower reduce add remove fix make create delete update upgrade install import upload correct close resolve restart reboot document record enter store start do get leave pass");

    /// <param name="words">Verb first, in its base form.</param>
    /// <returns>The whole title; empty where the rest is lost and nothing usual is meant; null where the phrase says what is done.</returns>
    public static string? Of(Word[] words)
    {
        if (words.Length == 0) return null;
        var verb = words[0].Text;
        var rest = words.Skip(1).Where(word => !Empty.Contains(word.Text) && !Grammar.IsAdverb(word) && word.Text is not ("the" or "our" or "a" or "again")).ToArray();
        var particles = rest.All(word => Particles.Contains(word.Text));
        if (Marking.Contains(verb) && words.Length > 1 && rest.Length > 0 && rest.Any(word => Settled.Contains(word.Text) && word.Text is not ("case" or "matter" or "ticket" or "thread")) && rest.All(word => Particles.Contains(word.Text) || Settled.Contains(word.Text))) return "Close the case";
        if (Closing.Contains(verb) && !rest.Any(word => word.Text is "ticket" or "thread" or "case" or "matter") && rest.All(word => Particles.Contains(word.Text) || Settled.Contains(word.Text))) return Closed(verb);
        if (Closing.Contains(verb) && words.Length > 2 && words[^1].Text is "closed" or "settled" or "solved" or "resolved" or "done") return "Close the case";
        if (!particles) return null;
        if (Taking.Contains(verb) && rest.All(word => word.Text is "on" or "over" or "up")) return rest.Length == 0 || rest[0].Is("on") || words.Length > 2 ? "Take the case" : null;
        if (Looking.Contains(verb) && rest.All(word => word.Text is "at" or "into" or "in" or "on")) return "Look into the case";
        return rest.Length == 0 && (Lost.Contains(verb) || (words.Length > 1 && words[^1].Text is "one" or "them" or "these" or "those")) || rest.Any(word => word.Text is "at" or "into" or "as" or "with" or "under" or "up" && Lost.Contains(verb)) ? "" : null;
    }

    /// <summary>In the team's own verb, where it is one of these.</summary>
    private static string Closed(string verb) => verb switch
    {
        "resolve" or "solve" => "Resolve the case",
        "wrap" => "Wrap up the case",
        "archive" => "Archive the case",
        _ => "Close the case",
    };

    /// <summary>A phrase whose object is "it", or lost, is worth less than one that says what is meant.</summary>
    public static double Worth(Word[] words)
    {
        if (words.Length <= 1) return 0.5;
        if (words.Length == 2 && Grammar.IsPreposition(words[1])) return 0.6;
        if (words[1].Text is "something" or "anything" or "one") return 0.5;
        if (Empty.Contains(words[1].Text)) return words.Length == 2 ? 0.55 : 0.75;
        if (words.Length == 2 && !words[1].Text.EndsWith('s') && !Grammar.IsPreposition(words[1]) && !Grammar.IsAdverb(words[1])) return 0.8;
        return Grammar.IsPreposition(words[1]) && Transitive.Contains(words[0].Text) ? 0.6 : 1;
    }
}
