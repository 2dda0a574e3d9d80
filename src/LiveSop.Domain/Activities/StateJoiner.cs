using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>
/// Joins states that are one activity in different words. Four things speak: their words, what the requester answers, where they stand,
/// and whether they avoid each other. No one of them is enough: different questions share words, and different steps share a place.
/// </summary>
internal sealed class StateJoiner(TurnFeatures features, IReadOnlyList<Range> cases)
{
    /// <summary>Only much the same place says something: neighbours in a procedure share half of theirs.</summary>
    private const int PlacePower = 3;

    private const double AnswerWeight = 0.4;
    private const double PlaceWeight = 0.8;
    private const double MeetingWeight = 0.5;

    /// <summary>Less often together than this share of what chance gives speaks for joining.</summary>
    private const double Neutral = 0.8;

    /// <summary>A little over what two halves of one activity, split at random, reach by words alone.</summary>
    private const double OneActivity = 1.2;

    private const int Fewest = 3;

    /// <param name="states">For each turn its state.</param>
    /// <returns>For each turn the number of the state that stands for the joined ones.</returns>
    public int[] Join(int[] states, int count)
    {
        var joined = (int[])states.Clone();
        var words = new Likeness(features.Own, states, features.Terms, count);
        var answers = new Likeness(features.After, states, features.Terms, count);
        while (joined.Distinct().Order().ToArray() is { Length: > Fewest } left)
        {
            var places = new Places([.. cases.Select(of => joined[of])], count);
            double Score(int a, int b) =>
                words.Between(a, b) + (AnswerWeight * Math.Min(1, answers.Between(a, b)))
                + (PlaceWeight * Math.Pow(places.Alike(a, b), PlacePower)) - (MeetingWeight * Math.Log(places.Meeting(a, b) / Neutral));
            var (score, a, b) = Best(left, Score);
            if (score < OneActivity) break;
            words.Join(a, b);
            answers.Join(a, b);
            for (var t = 0; t < joined.Length; t++)
                if (joined[t] == b) joined[t] = a;
        }
        return joined;
    }

    private static (double Score, int A, int B) Best(int[] states, Func<int, int, double> score)
    {
        var best = (Score: double.MinValue, A: -1, B: -1);
        for (var i = 0; i < states.Length; i++)
            for (var j = i + 1; j < states.Length; j++)
                if (score(states[i], states[j]) is var value && value > best.Score) best = (value, states[i], states[j]);
        return best;
    }
}
