using System.Globalization;

namespace LiveSop.WordVectors;

/// <summary>A set of words that mean the same, what it is next to, and how it is explained.</summary>
/// <param name="Words">Lower-case; several words joined by underscores.</param>
/// <param name="Neighbours">Keys of other sets: kinds, parts, opposites, derivations.</param>
/// <param name="Gloss">A definition, and after semicolons examples.</param>
internal sealed record Synset(IReadOnlyList<string> Words, IReadOnlyList<string> Neighbours, string Gloss);

/// <summary>Princeton's lexical database, read from its data files (wndb(5WN)).</summary>
internal static class WordNet
{
    /// <param name="folder">With <c>data.noun</c>, <c>data.verb</c>, <c>data.adj</c>, <c>data.adv</c>.</param>
    /// <returns>By part of speech and offset.</returns>
    public static SortedDictionary<string, Synset> Read(string folder)
    {
        var read = new SortedDictionary<string, Synset>(StringComparer.Ordinal);
        foreach (var part in new[] { "noun", "verb", "adj", "adv" })
            foreach (var line in File.ReadLines(Path.Combine(folder, $"data.{part}")).Where(line => !line.StartsWith(' ')))
            {
                var (fields, gloss) = line.Split('|', 2) is [var data, var words] ? (data.Split(' ', StringSplitOptions.RemoveEmptyEntries), words.Trim()) : throw new InvalidDataException(line);
                read[Key(fields[2], fields[0])] = Synset(fields, gloss);
            }
        return read;
    }

    private static Synset Synset(string[] fields, string gloss)
    {
        var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var words = Enumerable.Range(0, count).Select(i => fields[4 + (2 * i)].Split('(')[0].ToLowerInvariant()).ToList();
        var at = 4 + (2 * count);
        var pointers = int.Parse(fields[at], CultureInfo.InvariantCulture);
        return new(words, [.. Enumerable.Range(0, pointers).Select(i => Key(fields[at + 3 + (4 * i)], fields[at + 2 + (4 * i)]))], gloss);
    }

    /// <summary>Adjectives that stand by another ("s") are in the file of adjectives.</summary>
    private static string Key(string part, string offset) => (part == "s" ? "a" : part) + offset;
}
