using LiveSop.Domain.Text;

namespace LiveSop.WordVectors;

/// <summary>Text in which words stand near each other that mean something alike: random walks from one set of synonyms to the next, and each word before its definition.</summary>
internal sealed class Corpus
{
    private const int WalksEach = 4;
    private const int StepsEach = 6;
    private const int SynonymsEach = 2;
    private const int DefinedWords = 3;
    private const int Fewest = 2;

    /// <summary>A word with many meanings is a common one.</summary>
    private const int WeightOfSense = 2;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private Corpus(SortedDictionary<string, Synset> wordNet, Random random)
    {
        var lines = Lines(wordNet, random).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in lines.SelectMany(line => line)) counts[word] = counts.GetValueOrDefault(word) + 1;
        Words = [.. counts.Where(word => word.Value >= Fewest).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];
        foreach (var (number, word) in Words.Index()) numbers[word] = number;
        Counts = [.. Words.Select(word => counts[word])];
        Sentences = [.. lines.Select(line => line.Select(word => numbers.GetValueOrDefault(word, -1)).Where(number => number >= 0).ToArray()).Where(line => line.Length > 1)];
        var used = wordNet.Values.SelectMany(set => Tokens.Of(set.Gloss).Concat(set.Words.SelectMany(word => Enumerable.Repeat(word, WeightOfSense)))).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Common = [.. Words.Index().OrderByDescending(word => used.GetValueOrDefault(word.Item)).ThenBy(word => word.Index).Select(word => word.Index)];
    }

    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Numbers of words.</summary>
    public IReadOnlyList<int[]> Sentences { get; }

    /// <summary>Numbers of words, those first that other words are explained with, or that mean many things.</summary>
    public IReadOnlyList<int> Common { get; }

    public static Corpus Of(SortedDictionary<string, Synset> wordNet, int seed) => new(wordNet, new Random(seed));

    private static IEnumerable<List<string>> Lines(SortedDictionary<string, Synset> wordNet, Random random)
    {
        for (var walk = 0; walk < WalksEach; walk++)
            foreach (var start in wordNet.Values) yield return Walk(wordNet, start, random);
        foreach (var set in wordNet.Values)
        {
            var parts = set.Gloss.Split(';');
            foreach (var word in set.Words.Take(DefinedWords)) yield return [.. Spoken(word), .. Tokens.Of(parts[0])];
            foreach (var example in parts.Skip(1)) yield return [.. Tokens.Of(example)];
        }
    }

    private static List<string> Walk(SortedDictionary<string, Synset> wordNet, Synset at, Random random)
    {
        var said = new List<string>();
        for (var step = 0; step < StepsEach; step++)
        {
            var words = at.Words.ToArray();
            random.Shuffle(words);
            foreach (var word in words.Take(SynonymsEach)) said.AddRange(Spoken(word));
            var next = at.Neighbours.Where(wordNet.ContainsKey).ToList();
            if (next.Count == 0) break;
            at = wordNet[next[random.Next(next.Count)]];
        }
        return said;
    }

    private static IReadOnlyList<string> Spoken(string word) => Tokens.Of(word.Replace('_', ' '));
}
