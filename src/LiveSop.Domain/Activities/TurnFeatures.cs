using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>
/// Turns as vectors in three channels: the responder's own words and pairs of words, what the requester said before, and what came back.
/// </summary>
public sealed class TurnFeatures
{
    private const float AskingWord = 0.4f;
    private const float Pair = 0.5f;
    private const float QuestionMark = 0.7f;
    private const float WordsBefore = 0.3f;
    private const float WordsAfter = 1f;

    private TurnFeatures(IReadOnlyList<SparseVector> own, IReadOnlyList<SparseVector> after, IReadOnlyList<SparseVector> all, int terms) =>
        (Own, After, All, Terms) = (own, after, all, terms);

    /// <summary>Weighted by rarity, of length 1: the responder's own words.</summary>
    public IReadOnlyList<SparseVector> Own { get; }

    /// <summary>Weighted by rarity, of length 1: what came back.</summary>
    public IReadOnlyList<SparseVector> After { get; }

    /// <summary>Counts of all three channels, damped.</summary>
    public IReadOnlyList<SparseVector> All { get; }

    public int Terms { get; }

    /// <param name="read">What each message reads as.</param>
    public static TurnFeatures Of(IReadOnlyList<Turn> turns, Func<Message, Reading> read, Reader reader)
    {
        var terms = new Vocabulary();
        var own = turns.Select(turn => SparseVector.Of(Words(read(turn.Message), reader, terms))).ToList();
        var before = turns.Select(turn => SparseVector.Of(Around(turn.Before.Select(read), '<', WordsBefore, reader, terms))).ToList();
        var after = turns.Select(turn => SparseVector.Of(Around(turn.After.Select(read), '>', WordsAfter, reader, terms))).ToList();
        var all = own.Select((vector, i) => Sum(vector, before[i], after[i])).ToList();
        var frequent = TermWeights.Of(all, terms.Count, fewest: turns.Count < 100 ? 2 : 3);
        return new(
            [.. own.Select(frequent.Apply)], [.. after.Select(frequent.Apply)],
            [.. all.Select(vector => vector.Map((index, value) => frequent.Keeps(index) ? value : 0))], terms.Count);
    }

    private static IEnumerable<(int, float)> Words(Reading reading, Reader reader, Vocabulary terms)
    {
        for (var i = 0; i < reading.Stems.Length; i++)
        {
            var stem = reading.Stems[i];
            if (reader.IsContent(stem)) yield return (terms.Number($"{stem}"), 1);
            else if (reader.IsAsking(stem)) yield return (terms.Number($"{stem}"), AskingWord);
            if (i > 0) yield return (terms.Number($"{reading.Stems[i - 1]} {stem}"), Pair);
        }
        if (reading.Asks) yield return (terms.Number("?"), QuestionMark);
    }

    /// <summary>Long talk around a message weighs more than short, but less than by its length.</summary>
    private static IEnumerable<(int, float)> Around(IEnumerable<Reading> readings, char channel, float weight, Reader reader, Vocabulary terms)
    {
        var stems = readings.SelectMany(reading => reading.Stems).Where(reader.IsContent).ToList();
        return stems.Select(stem => (terms.Number($"{channel}{stem}"), weight / MathF.Sqrt(stems.Count)));
    }

    private static SparseVector Sum(params ReadOnlySpan<SparseVector> vectors)
    {
        var entries = new List<(int, float)>();
        foreach (var vector in vectors)
            for (var i = 0; i < vector.Indices.Length; i++) entries.Add((vector.Indices[i], vector.Values[i]));
        return SparseVector.Of(entries);
    }
}
