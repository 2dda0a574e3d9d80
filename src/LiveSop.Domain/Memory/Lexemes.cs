using LiveSop.Domain.Text;

namespace LiveSop.Domain.Memory;

/// <summary>
/// The words that a text is found by: stems without function words. Scripts without spaces give pairs of characters, so that they are found too; other
/// languages keep their words, cut by the English rules on both sides alike.
/// </summary>
public static class Lexemes
{
    /// <summary>More characters than this are no word: a hash, a line of a picture.</summary>
    private const int LongestWord = 40;

    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = Tokens.Of(text);
        var words = new List<string>(tokens.Count);
        foreach (var token in tokens)
            if (IsWord(token)) words.Add(Stems.Of(token));
        return words;
    }

    /// <summary>Whether the text may be about it.</summary>
    internal static bool IsWord(string token) => token.Length <= LongestWord && !StopWords.Contains(token);
}
