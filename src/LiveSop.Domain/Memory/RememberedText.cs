using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Memory;

/// <summary>What is kept of an incident's words, or looked for: its request in one line, and the talk below it.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Empty where the request is all.</param>
public sealed record RememberedText(string Title, string Body)
{
    private const int LongestTitle = 200;
    private const int LongestText = 8_000;

    /// <summary>Title and body as one text, of which <see cref="Read"/> makes the same again.</summary>
    public string Text => Body.Length == 0 ? Title : $"{Title}\n{Body}";

    /// <summary>As <see cref="Text"/> gave it.</summary>
    public static RememberedText Read(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? new(text[..end], text[(end + 1)..]) : new(text, "");

    /// <summary>The first line that carries work, without the greeting before it, is the title.</summary>
    public static RememberedText Of(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var first = Math.Max(0, Array.FindIndex(lines, CarriesWork));
        if (lines.Length == 0) return new("", "");
        var (title, rest) = Cut(WithoutGreeting(lines[first]));
        var body = string.Join('\n', lines.Skip(first + 1).Prepend(rest).Where(line => line.Length > 0));
        return new(title, Beginning(body, LongestText));
    }

    /// <summary>The request, then what was said to it.</summary>
    public static RememberedText Of(Incident incident) => Of(string.Join('\n', incident.Messages.Select(message => message.Text)));

    /// <summary>Cuts no character in two.</summary>
    internal static string Beginning(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static bool CarriesWork(string line) => Sentences.Split(line).Any(sentence => SpeechActs.CarriesWork(SpeechActs.Of(sentence)));

    private static string WithoutGreeting(string line)
    {
        var rest = line;
        foreach (var sentence in Sentences.Split(line))
        {
            if (SpeechActs.CarriesWork(SpeechActs.Of(sentence))) break;
            if (rest.StartsWith(sentence, StringComparison.Ordinal)) rest = rest[sentence.Length..].TrimStart();
        }
        return rest.Length > 0 ? rest : line;
    }

    private static (string Title, string Body) Cut(string line)
    {
        if (line.Length <= LongestTitle) return (line, "");
        var end = line.LastIndexOf(' ', LongestTitle) is > LongestTitle / 2 and var blank ? blank : LongestTitle;
        var title = Beginning(line, end);
        return (title.TrimEnd(), line[title.Length..].TrimStart());
    }
}
