namespace LiveSop.Workspace.Wording;

/// <summary>How somebody types. All rates are probabilities per message, but <paramref name="Typos"/>, which is per word.</summary>
/// <param name="Tries">How many wordings come to mind before they choose.</param>
/// <param name="PrefersLong">Chooses the longest of them, else the shortest.</param>
internal sealed record Persona(int Tries, bool PrefersLong, double LowerCase, double NoStop, double Typos, double Abbreviates)
{
    public static Persona Plain { get; } = new(1, false, 0.05, 0.15, 0.004, 0.05) { Opens = 0.15, Emoji = 0.06 };
    public static Persona Terse { get; } = new(2, false, 0.55, 0.7, 0.006, 0.3) { Opens = 0.05, Emoji = 0.03 };
    public static Persona Brisk { get; } = new(2, false, 0.15, 0.4, 0.008, 0.25) { Opens = 0.12, Emoji = 0.08 };
    public static Persona Casual { get; } = new(1, false, 0.92, 0.85, 0.014, 0.5) { Opens = 0.2, Emoji = 0.14 };
    public static Persona Chatty { get; } = new(2, true, 0.03, 0.1, 0.004, 0.03) { Opens = 0.4, Emoji = 0.3 };
    public static Persona Formal { get; } = new(1, true, 0, 0.02, 0.001, 0) { Opens = 0.3, Spells = true };
    public static Persona Machine { get; } = new(1, false, 0, 0, 0, 0);

    /// <summary>Begins with a word that says nothing about the matter.</summary>
    public double Opens { get; init; }

    public double Emoji { get; init; }

    /// <summary>Writes contractions out.</summary>
    public bool Spells { get; init; }

    /// <summary>Words this person's message from what it could say; slots still open.</summary>
    /// <param name="opening">It starts a message of its own, so it may begin with an empty word.</param>
    public string Word(Phrases phrases, IReadOnlySet<string> traits, Dice dice, bool opening = false)
    {
        var ways = Enumerable.Range(0, Tries).Select(_ => phrases.Say(dice, traits)).ToList();
        var text = PrefersLong ? ways.MaxBy(w => w.Length)! : ways.MinBy(w => w.Length)!;
        return Handwriting.Of(this, opening && dice.Chance(Opens) ? Handwriting.Opened(this, text, dice) : text, dice);
    }
}
