using LiveSop.Domain.Memory;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Matching;

/// <summary>The class that a message is most likely of, if it is of any.</summary>
/// <param name="Class">From 0.</param>
/// <param name="Next">The next likely class, never the same.</param>
public readonly record struct Guess(int Class, int Next, Signals Signals);

/// <summary>Guesses of which class a message is, having learned from examples. It does not change; may be asked by many at once.</summary>
public sealed class Classifier
{
    private readonly TermTable table;
    private readonly Meaning? meaning;
    private readonly Judges judges;
    private readonly OwnTerms own;
    private readonly int classes;

    private Classifier(TermTable table, Meaning? meaning, Judges judges, OwnTerms own, int classes) => (this.table, this.meaning, this.judges, this.own, this.classes) = (table, meaning, judges, own, classes);

    /// <summary>The same examples in the same order give the same classifier.</summary>
    /// <param name="examples">Any number of each class; few are enough to begin with.</param>
    /// <param name="classes">At least two.</param>
    /// <param name="words">What words mean, in the language of the messages; null where nobody knows.</param>
    /// <param name="unrelated">Messages of no class, any number: what is like them is less sure to be of one. Not those that the confidence is told by later.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes, or an example is of none of them.</exception>
    public static Classifier Train(IReadOnlyList<(string Text, int Class)> examples, int classes, WordVectors? words = null, IReadOnlyList<string>? unrelated = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        foreach (var (_, label) in examples) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)classes, nameof(examples));
        var terms = examples.Select(example => Terms.Of(example.Text)).ToList();
        var table = TermTable.Of(terms, classes);
        var meaning = words is null ? null : Meaning.Of(words, table, terms);
        var (vectors, labels) = (terms.ConvertAll(one => Vector(table, meaning, one)), examples.Select(example => example.Class).ToList());
        var own = OwnTerms.Of(vectors, labels, table.Words, classes);
        var others = (unrelated ?? []).Select(text => Vector(table, meaning, Terms.Of(text))).ToList();
        var judges = Judges.Train([.. vectors, .. others], [.. labels, .. others.Select(_ => -1)], table.Count + (meaning?.Dimensions ?? 0), classes);
        return new(table, meaning, judges, own, classes);
    }

    public Guess Guess(string text)
    {
        var terms = Terms.Of(text);
        var vector = Vector(table, meaning, terms);
        Span<float> scores = classes <= 512 ? stackalloc float[classes] : new float[classes];
        judges.Score(vector, scores);
        var best = Lanes.IndexOfMax(scores);
        var odds = scores[best];
        scores[best] = float.NegativeInfinity;
        var next = Lanes.IndexOfMax(scores);
        return new(best, next, new(odds, odds - scores[next], Known(terms.Words), own.Share(vector, best), own.Usual(best), Share(terms.Pairs, _ => true), Share(terms.Pairs, number => own.Has(number, best)), judges.For(vector, best, table.Count), Math.Log(1 + terms.Words.Count)));
    }

    /// <summary>
    /// The words that speak for the class, most of all first, as they stand in the message: without such a word the class would be less likely.
    /// Each stands there once, however often it is said.
    /// </summary>
    /// <param name="class">From 0.</param>
    public IReadOnlyList<string> Reasons(string text, int @class)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)@class, (uint)classes);
        var all = Odds(text, @class);
        var spoken = SpokenWords.Of(text);
        return [.. spoken.Words.Select(word => (Word: word, Gain: all - Odds(spoken.Without(word), @class))).Where(one => one.Gain > 0).OrderByDescending(one => one.Gain).Select(one => one.Word)];
    }

    private float Odds(string text, int label)
    {
        var scores = new float[classes];
        judges.Score(Vector(table, meaning, Terms.Of(text)), scores);
        return scores[label];
    }

    /// <summary>Of length 1, or zero where nothing is known. The dimensions of the meaning come behind the terms.</summary>
    private static SparseVector Vector(TermTable table, Meaning? meaning, Terms message)
    {
        var terms = table.Vector(message);
        return (meaning is null ? terms : new SparseVector([.. terms.Indices, .. Enumerable.Range(table.Count, meaning.Dimensions)], [.. terms.Values, .. meaning.Vector(message)])).Normalized();
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
