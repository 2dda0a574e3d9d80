using System.Text;

namespace LiveSop.Workspace.Wording;

/// <summary>A piece of a line: plain words, a choice, a shared rule, or several of them in a row.</summary>
internal abstract record PhrasePart
{
    private PhrasePart() { }

    public sealed record Words(string Text) : PhrasePart;

    public sealed record Choice(IReadOnlyList<PhrasePart> Options) : PhrasePart;

    public sealed record Rule(string Name) : PhrasePart;

    public sealed record Row(IReadOnlyList<PhrasePart> Parts) : PhrasePart;

    public void Say(Dice dice, StringBuilder text)
    {
        switch (this)
        {
            case Words words: text.Append(words.Text); break;
            case Choice choice: dice.Pick(choice.Options).Say(dice, text); break;
            case Rule rule: Vocabulary.Of(rule.Name).Say(dice, text); break;
            case Row row: foreach (var part in row.Parts) part.Say(dice, text); break;
        }
    }

    /// <exception cref="FormatException">A brace stands alone.</exception>
    public static PhrasePart Parse(string line)
    {
        var at = 0;
        var part = ParseRow(line, ref at);
        return at == line.Length ? part : throw new FormatException($"A brace or bar too many at {at} in: {line}");
    }

    private static Row ParseRow(string line, ref int at)
    {
        var parts = new List<PhrasePart>();
        while (at < line.Length && line[at] is not ('|' or '}'))
            parts.Add(line[at] switch { '{' => ParseChoice(line, ref at), '~' => ParseRule(line, ref at), _ => ParseWords(line, ref at) });
        return new Row(parts);
    }

    private static Choice ParseChoice(string line, ref int at)
    {
        var options = new List<PhrasePart>();
        do
        {
            at++;
            options.Add(ParseRow(line, ref at));
            if (at == line.Length) throw new FormatException("A brace stays open in: " + line);
        } while (line[at] == '|');
        at++;
        return new Choice(options);
    }

    private static Rule ParseRule(string line, ref int at)
    {
        var start = ++at;
        while (at < line.Length && char.IsAsciiLetterLower(line[at])) at++;
        return new Rule(line[start..at]);
    }

    private static Words ParseWords(string line, ref int at)
    {
        var start = at;
        while (at < line.Length && line[at] is not ('{' or '}' or '|' or '~')) at++;
        return new Words(line[start..at]);
    }
}
