using LiveSop.Domain.Text;

namespace LiveSop.Domain.Matching;

/// <summary>
/// Recognises of which class a message is, or that it is of none, and says how sure that is. It does not change; may be asked by many at once. The same lessons
/// give the same recogniser.
/// </summary>
public sealed class Recogniser
{
    /// <summary>Of few cases most must be learned from, or what is held out is judged by less than will be known.</summary>
    private const int Folds = 10;

    /// <summary>So many guesses about cases that were held out tell enough; more folds would only take longer.</summary>
    private const int Plenty = 2_000;

    /// <summary>Less likely than this is called nothing at all.</summary>
    private const double LeastLikely = 0.5;

    /// <summary>Two classes are nearly as likely where the one leads by less, in log odds.</summary>
    private const double Close = 1;

    private const int FewestWords = 2;

    /// <summary>Characters; a reader of reasons looks at no more.</summary>
    private const int MostLookedAt = 500;

    private readonly Classifier classifier;
    private readonly Calibration calibration;
    private readonly int classes;

    private Recogniser(Classifier classifier, Calibration calibration, int classes) => (this.classifier, this.calibration, this.classes) = (classifier, calibration, classes);

    /// <summary>From this confidence on a guess is right as often as was asked for; more than 1 where too little is known to say so of any.</summary>
    public double Threshold => calibration.Threshold;

    /// <summary>Each guess that it is calibrated by is made by a classifier that has not learned from that message. Of what is unrelated half is held out.</summary>
    /// <returns>Null where too little was taught: no case, or a single class and nothing that is of none.</returns>
    public static Recogniser? Train(Lessons lessons, Precision asked)
    {
        if (lessons.Cases.Count == 0 || (lessons.Classes == 1 && lessons.Unrelated.Count < Folds)) return null;
        var (learned, judged) = School.Of(lessons).Learn(Folds, Plenty);
        return judged.Count == 0 ? null : new(learned, Calibration.Of(judged, asked), lessons.Classes);
    }

    public Match Recognise(string text)
    {
        if (Terms.Of(text).Words.Count < FewestWords) return new Match.None(Abstention.TooShort, null, 0);
        var guess = classifier.Guess(text);
        if (guess.Class >= classes) return new Match.None(Abstention.Unlike, null, 0);
        var confidence = calibration.Confidence(guess.Signals);
        if (confidence >= Threshold) return new Match.Found(guess.Class, confidence);
        var next = guess.Signals.Lead < Close && guess.Next < classes ? guess.Next : (int?)null;
        return confidence >= LeastLikely ? new Match.Ambiguous(guess.Class, next, confidence) : new Match.None(Abstention.Unlike, guess.Class, confidence);
    }

    /// <summary>The words of a message that speak for the class that it is guessed to be, the strongest first, as they stand there; function words left out.</summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<string> Reasons(string text, int most)
    {
        var read = text.Length > MostLookedAt ? text[..MostLookedAt] : text;
        var guess = classifier.Guess(read);
        return guess.Class >= classes ? [] : [.. classifier.Reasons(read, guess.Class).Where(word => !StopWords.Contains(word)).Take(most)];
    }
}
