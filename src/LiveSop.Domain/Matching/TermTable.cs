using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>
/// The terms that the examples hold, numbered: words and pairs first, then pieces. Weighted by how rare they are (1 + ln((1 + n) / (1 + df))) and how often
/// a message says them (1 + ln tf); words and pieces count the same, however many there are.
/// </summary>
internal sealed class TermTable
{
    /// <summary>With so many examples to a class, a term of one example alone teaches nothing.</summary>
    private const int Plenty = 50;

    private readonly Dictionary<ulong, int> numbers;
    private readonly float[] rarity;
    private readonly int examples;

    private TermTable(Dictionary<ulong, int> numbers, float[] rarity, int words, int examples) => (this.numbers, this.rarity, Words, this.examples) = (numbers, rarity, words, examples);

    public int Count => rarity.Length;

    /// <summary>So many are words or pairs; they have the lower numbers.</summary>
    public int Words { get; }

    public static TermTable Of(IReadOnlyList<Terms> examples, int classes)
    {
        var fewest = examples.Count >= Plenty * classes ? 2 : 1;
        var (numbers, rarity) = (new Dictionary<ulong, int>(), new List<float>());
        Number(examples.Select(one => one.Words.Concat(one.Pairs)));
        var words = numbers.Count;
        Number(examples.Select(one => one.Pieces));
        return new(numbers, [.. rarity], words, examples.Count);

        void Number(IEnumerable<IEnumerable<ulong>> documents)
        {
            var frequency = new Dictionary<ulong, int>();
            foreach (var document in documents)
                foreach (var term in document.Distinct()) frequency[term] = frequency.GetValueOrDefault(term) + 1;
            foreach (var (term, count) in frequency)
                if (count >= fewest && numbers.TryAdd(term, numbers.Count)) rarity.Add(Rarity(count, examples.Count));
        }
    }

    /// <returns>Negative where no example holds it.</returns>
    public int Number(ulong term) => numbers.TryGetValue(term, out var number) ? number : -1;

    /// <summary>Of a term that no example holds, the greatest.</summary>
    public float Rarity(int number) => number < 0 ? Rarity(0, examples) : rarity[number];

    /// <summary>
    /// Pieces have the length 1; words and pairs have the less the more of them no example holds: a message that says little of what is known is told by what else it is made of.
    /// </summary>
    public SparseVector Vector(Terms message)
    {
        var strange = message.Words.Concat(message.Pairs).Count(term => Number(term) < 0);
        var (words, pieces) = (Weighted(message.Words, message.Pairs, strange), Weighted(message.Pieces, [], 0));
        return new([.. words.Indices, .. pieces.Indices], [.. words.Values, .. pieces.Values]);
    }

    /// <param name="strange">So many terms take their part of the length 1 and are not in the vector.</param>
    private SparseVector Weighted(IReadOnlyList<ulong> terms, IReadOnlyList<ulong> more, int strange)
    {
        var known = new int[terms.Count + more.Count];
        var count = 0;
        foreach (var list in new[] { terms, more })
            foreach (var term in list)
                if (Number(term) is >= 0 and var number) known[count++] = number;
        Array.Sort(known, 0, count);
        var (indices, values, square) = (new List<int>(count), new List<float>(count), strange * Rarity(-1) * Rarity(-1));
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && known[to] == known[from];) to++;
            var value = (1 + MathF.Log(to - from)) * rarity[known[from]];
            square += value * value;
            indices.Add(known[from]);
            values.Add(value);
        }
        var length = MathF.Sqrt(square);
        return new([.. indices], [.. values.Select(value => value / length)]);
    }

    private static float Rarity(int frequency, int examples) => 1 + MathF.Log((1f + examples) / (1f + frequency));
}
