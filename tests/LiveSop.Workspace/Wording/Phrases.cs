using System.Text;

namespace LiveSop.Workspace.Wording;

/// <summary>
/// The many ways to say one thing: a small grammar whose every line is a way of its own. In a line <c>{a|b|}</c> is one of these (the last:
/// nothing), <c>~word</c> a shared rule of <see cref="Vocabulary"/>, <c>$slot</c> a value of the case; <c>@trait </c> at the start keeps the
/// line for cases that have this trait. Lines stand in the order of how usual they are, and are drawn by rank as words are (Zipf, Human
/// Behavior and the Principle of Least Effort, 1949): a team that never said the same thing twice would be no team.
/// </summary>
internal sealed class Phrases
{
    /// <summary>How steeply use falls with rank. At 1.6 two wordings of one activity share about as many words as they do in real support talk.</summary>
    private const double Habit = 1.6;

    private readonly List<(string? Trait, PhrasePart Part)> _lines = [];

    public Phrases(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut = line.StartsWith('@') ? line.IndexOf(' ', StringComparison.Ordinal) : -1;
            _lines.Add((cut > 0 ? line[1..cut] : null, PhrasePart.Parse(line[(cut + 1)..])));
        }
    }

    private Phrases(IEnumerable<(string?, PhrasePart)> lines) => _lines.AddRange(lines);

    public static implicit operator Phrases(string lines) => new(lines);

    public int Lines => _lines.Count;

    /// <summary>What a team says that has agreed on a saved reply: of the lines for any case, and of those for each trait, the most usual.</summary>
    public Phrases Saved() => new(_lines.DistinctBy(line => line.Trait));

    /// <summary>One way, slots still open.</summary>
    public string Say(Dice dice, IReadOnlySet<string> traits)
    {
        var part = Line(dice, traits);
        var text = new StringBuilder();
        part.Say(dice, text);
        return Tidy(text);
    }

    private PhrasePart Line(Dice dice, IReadOnlySet<string> traits)
    {
        var fitting = _lines.Where(l => l.Trait is null || traits.Contains(l.Trait)).ToList();
        if (fitting.Count == 0) throw new InvalidOperationException("No line fits: " + string.Join(", ", traits.Order(StringComparer.Ordinal)));
        return dice.Weighted([.. fitting.Select((line, rank) => (line.Part, Math.Pow(rank + 1, -Habit)))]);
    }

    /// <summary>Options left out leave gaps behind.</summary>
    private static string Tidy(StringBuilder text)
    {
        var tidy = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' || tidy.Length > 0 && !IsGap(text, i)) tidy.Append(text[i]);
        }
        return tidy.ToString().Trim().TrimStart(',').TrimStart();
    }

    /// <summary>A colon is one of punctuation only before a space: otherwise an emoji's name begins.</summary>
    private static bool IsGap(StringBuilder text, int space)
    {
        var next = space + 1 < text.Length ? text[space + 1] : ' ';
        var colon = next == ':' && (space + 2 == text.Length || text[space + 2] == ' ');
        return colon || next is ' ' or ',' or '.' or '?' or '!' or ';';
    }
}
