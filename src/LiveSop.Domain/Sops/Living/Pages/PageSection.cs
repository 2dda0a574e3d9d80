using System.Text.RegularExpressions;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>A heading and what stands under it, up to the next.</summary>
/// <param name="Level">Number signs; 0 for what stands before the first heading.</param>
/// <param name="Lines">With their numbers; none blank, none quoted, no rules, comments or code.</param>
internal sealed partial record PageSection(int Line, int Level, string Heading, List<(int Line, string Text)> Lines)
{
    public static List<PageSection> Of(string text)
    {
        var sections = new List<PageSection> { new(1, 0, "", []) };
        var coded = false;
        foreach (var (at, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) coded = !coded;
            else if (coded || Idle().IsMatch(line)) continue;
            else if (HeadingLine().Match(line) is { Success: true } heading) sections.Add(new(at + 1, heading.Groups[1].Length, heading.Groups[2].Value.Trim(), []));
            else sections[^1].Lines.Add((at + 1, line));
        }
        return sections;
    }

    public bool IsCalled(string name) => Heading.TrimEnd(':', ' ', '#').Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*(?:>.*|<!--.*-->\s*|(?:[-*_] *){3,})?$")]
    private static partial Regex Idle();

    [GeneratedRegex(@"^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")]
    private static partial Regex HeadingLine();
}
