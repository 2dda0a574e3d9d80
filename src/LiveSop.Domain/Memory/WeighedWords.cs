namespace LiveSop.Domain.Memory;

/// <summary>How much each word says about a text: those of the title most, then the sooner it is said the more. What comes late is mostly traces, signatures and thanks.</summary>
public sealed class WeighedWords
{
    private const float OfTitle = 4;

    /// <summary>After so many words one counts half.</summary>
    private const float HalfAfter = 30;

    /// <summary>What is said later weighs next to nothing.</summary>
    private const int LastWord = 150;

    /// <summary>Some six characters to a word and its blank, and function words, which do not count.</summary>
    private const int LastCharacter = LastWord * 12;

    private readonly Dictionary<string, float> weights = new(StringComparer.Ordinal);

    private WeighedWords() { }

    public IReadOnlyDictionary<string, float> Weights => weights;

    /// <summary>The sum of all weights.</summary>
    public float Length { get; private set; }

    public static WeighedWords Of(RememberedText text)
    {
        var words = new WeighedWords();
        foreach (var word in Lexemes.Of(text.Title)) words.Add(word, OfTitle);
        var body = RememberedText.Beginning(text.Body, LastCharacter);
        foreach (var (place, word) in Lexemes.Of(body).Take(LastWord).Index()) words.Add(word, 1 / (1 + (place / HalfAfter)));
        return words;
    }

    private void Add(string word, float weight)
    {
        weights[word] = weights.GetValueOrDefault(word) + weight;
        Length += weight;
    }
}
