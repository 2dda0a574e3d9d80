namespace LiveSop.Domain.Matching;

/// <summary>Lessons, dealt out so that every part of them holds some of each class, and what is of none is partly learned from, partly held out.</summary>
/// <param name="Cases">To learn from; where there is a single class, what is unrelated is a class of its own.</param>
/// <param name="Unrelated">Of no class; to learn from too.</param>
/// <param name="Others">Of no class; held out from all learning.</param>
internal sealed record School(IReadOnlyList<(string Text, int Class)> Cases, IReadOnlyList<string> Unrelated, IReadOnlyList<string> Others, Lessons Lessons)
{
    /// <summary>Of less, all is needed to tell how sure a guess is.</summary>
    private const int EnoughToShare = 40;

    public static School Of(Lessons lessons)
    {
        var isAlone = lessons.Classes == 1;
        if (!isAlone && lessons.Unrelated.Count < EnoughToShare) return new(lessons.Cases, [], lessons.Unrelated, lessons);
        string[] taught = [.. lessons.Unrelated.Where((_, i) => i % 2 == 0)], others = [.. lessons.Unrelated.Where((_, i) => i % 2 == 1)];
        return isAlone ? new([.. lessons.Cases, .. taught.Select(text => (text, lessons.Classes))], [], others, lessons) : new(lessons.Cases, taught, others, lessons);
    }

    /// <summary>Guesses about messages that were held out, and a classifier that has learned from all, or, where the cases are many, from all but those.</summary>
    /// <param name="folds">Into so many parts the cases of each class are dealt. Of a class with a single case nothing can be held out.</param>
    /// <param name="plenty">No more parts are looked at than give so many guesses about cases.</param>
    public (Classifier Learned, IReadOnlyList<Judged> Judged) Learn(int folds, int plenty)
    {
        var (dealt, counts) = (Dealt(folds), Cases.CountBy(one => one.Class).ToDictionary());
        var looked = Math.Clamp(((plenty * folds) + Cases.Count - 1) / Cases.Count, 1, folds);
        var (cases, others) = (new List<Judged>(), new List<Signals>());
        Classifier? learned = null;
        for (var fold = 0; fold < looked; fold++)
        {
            learned = Train([.. Cases.Where((_, i) => dealt[i] != fold || counts[Cases[i].Class] == 1)]);
            cases.AddRange(Cases.Where((one, i) => dealt[i] == fold && counts[one.Class] > 1 && one.Class < Lessons.Classes).Select(one => Judge(learned, one)));
            others.AddRange(Others.Where((_, i) => i % looked == fold).Select(text => learned.Guess(text).Signals));
        }
        var weight = Lessons.UnrelatedShare / (1 - Lessons.UnrelatedShare) * Math.Max(1, cases.Count) / Math.Max(1, others.Count);
        IReadOnlyList<Judged> judged = weight > 0 ? [.. cases, .. others.Select(one => new Judged(one, IsRight: false, weight))] : cases;
        return (looked == 1 ? learned! : Train(Cases), judged);
    }

    private Classifier Train(IReadOnlyList<(string Text, int Class)> cases) => Classifier.Train(cases, Math.Max(2, Lessons.Classes), Lessons.Words, Unrelated);

    private static Judged Judge(Classifier classifier, (string Text, int Class) one)
    {
        var guess = classifier.Guess(one.Text);
        return new(guess.Signals, guess.Class == one.Class, 1);
    }

    /// <summary>The part of each case: those of a class are dealt one by one.</summary>
    private List<int> Dealt(int folds)
    {
        var seen = new Dictionary<int, int>();
        return [.. Cases.Select(one => (seen[one.Class] = seen.GetValueOrDefault(one.Class, -1) + 1) % folds)];
    }
}
