using System.Text.RegularExpressions;

namespace LiveSop.Domain.Matching;

/// <summary>
/// The words of a message as they stand there, cased and inflected. Where a script puts no spaces, a word is a run of ideographs, of Katakana or of Hiragana, which is near enough
/// to show somebody what a guess hangs on.
/// </summary>
internal sealed partial class SpokenWords
{
    private readonly string text;
    private readonly List<Capture> found;

    private SpokenWords(string text, List<Capture> found) => (this.text, this.found) = (text, found);

    /// <summary>In the order of their first use, each once; upper and lower case are the same word.</summary>
    public IReadOnlyList<string> Words => [.. found.Select(one => one.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static SpokenWords Of(string text) => new(text, [.. Word().Matches(text).Cast<Capture>()]);

    /// <summary>The message with a gap for each time that the word is said.</summary>
    public string Without(string word)
    {
        var rest = text.ToCharArray();
        foreach (var said in found.Where(one => one.Value.Equals(word, StringComparison.OrdinalIgnoreCase))) Array.Fill(rest, ' ', said.Index, said.Length);
        return new(rest);
    }

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff々]+|[\u30a0-\u30ff]+|[\u3041-\u309f]+|[\p{L}\p{M}\p{N}_\p{Cs}-[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]]+(?:['’‘ʼ-][\p{L}\p{M}\p{N}_-[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
