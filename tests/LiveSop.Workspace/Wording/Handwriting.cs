using System.Globalization;
using System.Text;

namespace LiveSop.Workspace.Wording;

/// <summary>Turns a clean sentence into one that a certain person typed. Slots, mentions and emoji names stay as they are.</summary>
internal static class Handwriting
{
    private static readonly string[] Openers =
        ["ok,", "right,", "so", "quick one:", "thanks for the ping,", "alright,", "hmm,", "one thing:", "just so you know,", "ah,", "yep,", "good one."];

    private static readonly string[] PoliteOpeners =
        ["thank you for reaching out.", "thanks for the details.", "hello,", "good day,", "thank you.", "understood.", "noted, thank you.", "certainly."];

    private static readonly string[] Emoji =
        [":slightly_smiling_face:", ":thumbsup:", ":pray:", ":eyes:", ":sweat_smile:", ":raised_hands:", ":thinking_face:", ":+1:", ":muscle:"];

    private static readonly Dictionary<string, string[]> Short = new(StringComparer.Ordinal)
    {
        ["please"] = ["pls", "plz"],
        ["you"] = ["u"],
        ["your"] = ["ur"],
        ["because"] = ["bc", "cos"],
        ["thanks"] = ["thx", "ty"],
        ["workspace"] = ["ws"],
        ["customer"] = ["cust"],
        ["password"] = ["pw", "pwd"],
        ["message"] = ["msg"],
        ["minutes"] = ["mins", "min"],
        ["configuration"] = ["config"],
        ["account"] = ["acct"],
        ["invoice"] = ["inv"],
        ["though"] = ["tho"],
        ["information"] = ["info"],
        ["production"] = ["prod"],
        ["screenshot"] = ["screenie"],
        ["probably"] = ["prob"],
        ["about"] = ["abt"],
        ["tomorrow"] = ["tmrw"],
        ["something"] = ["sth"],
        ["before"] = ["b4"],
        ["engineering"] = ["eng"],
        ["okay"] = ["k"],
        ["address"] = ["addr"],
    };

    private static readonly (string From, string To)[] SpelledOut =
    [
        ("can't", "cannot"), ("won't", "will not"), ("I'll", "I will"), ("I've", "I have"), ("I'm", "I am"), ("I'd", "I would"), ("it's", "it is"),
        ("that's", "that is"), ("don't", "do not"), ("doesn't", "does not"), ("didn't", "did not"), ("isn't", "is not"), ("they're", "they are"),
        ("there's", "there is"), ("you're", "you are"), ("we're", "we are"), ("we'll", "we will"), ("let's", "let us"), ("hasn't", "has not"),
    ];

    public static string Of(Persona persona, string text, Dice dice)
    {
        if (persona == Persona.Machine) return text;
        if (persona.Spells) foreach (var (from, to) in SpelledOut) text = text.Replace(from, to, StringComparison.Ordinal);
        var lower = dice.Chance(persona.LowerCase);
        var abbreviates = dice.Chance(persona.Abbreviates);
        var words = text.Split(' ').Select(w => Typed(w, persona.Typos, abbreviates, dice));
        text = Cased(string.Join(' ', words), lower);
        if (dice.Chance(persona.NoStop)) text = text.TrimEnd('.', '!');
        else if (char.IsAsciiLetterOrDigit(text[^1]) && !EndsInValue(text)) text += ".";
        return dice.Chance(persona.Emoji) ? text + " " + dice.Pick(Emoji) : text;
    }

    /// <summary>The same after a word that says nothing about the matter.</summary>
    public static string Opened(Persona persona, string text, Dice dice)
    {
        var opener = dice.Pick(persona.Spells ? PoliteOpeners : Openers);
        var continues = opener[^1] != '.' && text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1]);
        return opener + " " + (continues ? char.ToLowerInvariant(text[0]) + text[1..] : text);
    }

    private static bool EndsInValue(string text) => text[(text.LastIndexOf(' ') + 1)..].Contains('$', StringComparison.Ordinal);

    private static string Typed(string word, double typos, bool abbreviates, Dice dice)
    {
        if (!word.All(c => char.IsAsciiLetter(c) || c is '.' or ',' or '?')) return word;
        var core = word.TrimEnd('.', ',', '?');
        var tail = word[core.Length..];
        if (abbreviates && Short.TryGetValue(core, out var shorts)) return dice.Pick(shorts) + tail;
        return core.Length >= 5 && dice.Chance(typos) ? Slip(core, dice) + tail : word;
    }

    private static string Slip(string word, Dice dice)
    {
        var i = dice.Between(1, word.Length - 3);
        return dice.Below(3) switch
        {
            0 => word[..i] + word[i + 1] + word[i] + word[(i + 2)..],
            1 => word.Remove(i, 1),
            _ => word.Insert(i, word[i].ToString()),
        };
    }

    private static string Cased(string text, bool lower)
    {
        var cased = new StringBuilder(text.Length);
        var starts = true;
        foreach (var word in text.Split(' '))
        {
            if (cased.Length > 0) cased.Append(' ');
            cased.Append(word.Contains('$', StringComparison.Ordinal) || word.Length == 0 ? word
                : lower ? word.ToLowerInvariant()
                : starts && char.IsAsciiLetterLower(word[0]) ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..] : word);
            if (word.Length > 0) starts = word[^1] is '.' or '?' or '!';
        }
        return cased.ToString();
    }
}
