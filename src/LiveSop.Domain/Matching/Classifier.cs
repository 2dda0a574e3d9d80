using LiveSop.Domain.Memory;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>The class that a message is most likely of, if it is of any.</summary>
/// <param name="Class">From 0.</param>
/// <param name="Next">The next likely class.</param>
public readonly record struct Guess(int Class, int Next, Signals Signals);

/// <summary>Guesses of which class a message is, having learned from examples. It does not change; may be asked by many at once.</summary>
public sealed class Classifier
{
    private readonly TermTable table;
    private readonly Meaning? meaning;
    private readonly OneVsRest model;
    private readonly OwnTerms own;
    private readonly int classes;

    private Classifier(TermTable table, Meaning? meaning, OneVsRest model, OwnTerms own, int classes) => (this.table, this.meaning, this.model, this.own, this.classes) = (table, meaning, model, own, classes);

    /// <summary>The same examples in the same order give the same classifier.</summary>
    /// <param name="examples">Any number of each class; few are enough to begin with.</param>
    /// <param name="classes">At least two.</param>
    /// <param name="words">What words mean, in the language of the messages; null where nobody knows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes, or an example is of none of them.</exception>
    public static Classifier Train(IReadOnlyList<(string Text, int Class)> examples, int classes, WordVectors? words = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        foreach (var (_, label) in examples) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)classes, nameof(examples));
        var terms = examples.Select(example => Terms.Of(example.Text)).ToList();
        var table = TermTable.Of(terms, classes);
        var meaning = words is null ? null : Meaning.Of(words, table, terms);
        var (vectors, labels) = (terms.Select(one => Vector(table, meaning, one)).ToList(), examples.Select(example => example.Class).ToList());
        var width = table.Count + (meaning?.Dimensions ?? 0);
        return new(table, meaning, OneVsRest.Train(vectors, labels, width, classes), OwnTerms.Of(vectors, labels, table.Words, classes), classes);
    }

    public Guess Guess(string text)
    {
        var terms = Terms.Of(text);
        var vector = Vector(table, meaning, terms);
        Span<float> scores = classes <= 512 ? stackalloc float[classes] : new float[classes];
        model.Score(vector, scores);
        var best = Lanes.IndexOfMax(scores);
        var highest = scores[best];
        scores[best] = float.NegativeInfinity;
        var next = Lanes.IndexOfMax(scores);
        return new(best, next, new(highest, highest - scores[next], Known(terms.Words), own.Share(vector, best), own.Usual(best), Share(terms.Pairs, _ => true), Share(terms.Pairs, number => own.Has(number, best)), Math.Log(1 + terms.Words.Count)));
    }

    /// <summary>Terms and meaning count the same; the dimensions of the meaning come behind the terms.</summary>
    private static SparseVector Vector(TermTable table, Meaning? meaning, Terms message)
    {
        var terms = table.Vector(message);
        return meaning is null
            ? terms
            : new SparseVector([.. terms.Indices, .. Enumerable.Range(table.Count, meaning.Dimensions)], [.. terms.Values, .. meaning.Vector(message)]).Normalized();
    }

    private double Known(IReadOnlyList<ulong> words)
    {
        var (known, all) = (0.0, 0.0);
        foreach (var number in words.Select(table.Number))
        {
            all += table.Rarity(number);
            if (number >= 0) known += table.Rarity(number);
        }
        return all == 0 ? 1 : known / all;
    }

    private double Share(IReadOnlyList<ulong> terms, Func<int, bool> of) =>
        terms.Count == 0 ? 0 : (double)terms.Count(term => table.Number(term) is >= 0 and var number && of(number)) / terms.Count;
}
