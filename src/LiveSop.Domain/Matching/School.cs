namespace LiveSop.Domain.Matching;

/// <summary>Lessons, dealt out so that every part of them holds some of each class.</summary>
/// <param name="Cases">To learn from; where there is a single class, half of what is unrelated is a class of its own.</param>
/// <param name="Others">Of no class; held out from all learning.</param>
internal sealed record School(IReadOnlyList<(string Text, int Class)> Cases, IReadOnlyList<string> Others, Lessons Lessons)
{
    public static School Of(Lessons lessons)
    {
        if (lessons.Classes > 1) return new(lessons.Cases, lessons.Unrelated, lessons);
        var (taught, others) = (lessons.Unrelated.Where((_, i) => i % 2 == 0), lessons.Unrelated.Where((_, i) => i % 2 == 1));
        return new([.. lessons.Cases, .. taught.Select(text => (text, lessons.Classes))], [.. others], lessons);
    }

    public Classifier Train(IReadOnlyList<(string Text, int Class)> cases) => Classifier.Train(cases, Math.Max(2, Lessons.Classes), Lessons.Words);

    /// <summary>Guesses about messages that were held out. Of a class with a single case nothing can be held out.</summary>
    /// <param name="folds">Into so many parts the cases of each class are dealt.</param>
    /// <param name="plenty">No more parts are looked at than give so many guesses about cases.</param>
    public IReadOnlyList<Judged> Judge(int folds, int plenty)
    {
        var (dealt, counts) = (Dealt(folds), Cases.CountBy(one => one.Class).ToDictionary());
        var looked = Math.Clamp((plenty * folds + Cases.Count - 1) / Cases.Count, 1, folds);
        var (cases, others) = (new List<Judged>(), new List<Signals>());
        for (var fold = 0; fold < looked; fold++)
        {
            var rest = Cases.Where((_, i) => dealt[i] != fold || counts[Cases[i].Class] == 1).ToList();
            var classifier = Train(rest);
            cases.AddRange(Cases.Where((one, i) => dealt[i] == fold && counts[one.Class] > 1 && one.Class < Lessons.Classes).Select(one => Judge(classifier, one)));
            others.AddRange(Others.Where((_, i) => i % looked == fold).Select(text => classifier.Guess(text).Signals));
        }
        var weight = Lessons.UnrelatedShare / (1 - Lessons.UnrelatedShare) * Math.Max(1, cases.Count) / Math.Max(1, others.Count);
        return weight > 0 ? [.. cases, .. others.Select(one => new Judged(one, IsRight: false, weight))] : cases;
    }

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
