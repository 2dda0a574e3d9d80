namespace LiveSop.Domain.Vectors;

/// <summary>Numbers terms in the order in which they are first seen, from 0.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> terms = [];

    public int Count => terms.Count;

    public string this[int number] => terms[number];

    public int Number(string term)
    {
        if (numbers.TryGetValue(term, out var number)) return number;
        numbers.Add(term, terms.Count);
        terms.Add(term);
        return terms.Count - 1;
    }
}
