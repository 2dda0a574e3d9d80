using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Running.Signs;

/// <summary>What people wrote when they did each of several things, and which of them a text is most like (nearest neighbours, tf-idf, cosine).</summary>
internal sealed class PastWords
{
    /// <summary>One like message may be chance.</summary>
    private const int Neighbours = 2;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly int known;
    private readonly TermWeights weights;
    private readonly IReadOnlyList<(int Class, SparseVector Vector)> examples;

    /// <param name="texts">Each of a class; classes are numbered from 0.</param>
    public PastWords(IReadOnlyList<(int Class, string Text)> texts)
    {
        var raw = texts.Select(text => (text.Class, Vector: SparseVector.Of(Terms(text.Text).Select(term => (Learn(term), 1f))))).ToList();
        known = numbers.Count;
        weights = TermWeights.Of([.. raw.Select(one => one.Vector)], known + 1);
        examples = [.. raw.Select(one => (one.Class, weights.Apply(one.Vector)))];
    }

    /// <summary>Words that nobody has used count as one that is the rarest: they make a text less like anything.</summary>
    /// <returns>For each class the cosine of its nearest, the second nearest counting half, in [0, 1].</returns>
    public double[] Likeness(string text, int classes)
    {
        var dense = new float[known + 1];
        weights.Apply(SparseVector.Of(Terms(text).Select(term => (Number(term), 1f)))).AddTo(dense);
        dense[known] = 0;
        var nearest = new float[classes * Neighbours];
        foreach (var (label, example) in examples) Keep(nearest.AsSpan(label * Neighbours, Neighbours), example.Dot(dense));
        return [.. Enumerable.Range(0, classes).Select(label => ((2.0 * nearest[label * Neighbours]) + nearest[(label * Neighbours) + 1]) / 3)];
    }

    private static void Keep(Span<float> best, float value)
    {
        for (var i = 0; i < best.Length; i++)
            if (value > best[i]) (best[i], value) = (value, best[i]);
    }

    private static IEnumerable<string> Terms(string text) => Tokens.Of(Placeholders.Mask(text)).Where(token => token == "not" || !StopWords.Contains(token)).Select(Kin.Of);

    private int Learn(string term) => numbers.TryGetValue(term, out var number) ? number : numbers[term] = numbers.Count;

    private int Number(string term) => numbers.GetValueOrDefault(term, known);
}
