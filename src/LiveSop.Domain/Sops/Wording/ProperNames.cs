using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Words that people write with a capital in the middle of a sentence: one customer's name, not what a procedure is about.</summary>
internal sealed class ProperNames
{
    /// <summary>For each word how often with a capital, and how often without.</summary>
    private readonly Dictionary<string, (int Capital, int Small)> seen = new(StringComparer.Ordinal);

    public void Read(string masked)
    {
        foreach (var sentence in Sentences.Split(masked))
        {
            var first = true;
            foreach (var chunk in sentence.Split([' ', ',', ';', ':', '(', ')', '"', '“', '”', '/'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (!first) Count(chunk.Trim('.', '!', '?', '\'', '*', '’'));
                first = false;
            }
        }
    }

    public bool Contains(string word)
    {
        var (capital, small) = seen.GetValueOrDefault(word.ToLowerInvariant());
        return capital > small;
    }

    private void Count(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) word = word[..^2];
        if (word.Length < 2 || word.Contains('\'') || word.Contains('’') || !char.IsLetter(word[0]) || word.Skip(1).Any(char.IsUpper) || StopWords.Contains(word)) return;
        var key = word.ToLowerInvariant();
        var (capital, small) = seen.GetValueOrDefault(key);
        seen[key] = char.IsUpper(word[0]) ? (capital + 1, small) : (capital, small + 1);
    }
}
