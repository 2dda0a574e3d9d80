namespace LiveSop.Domain.Matching;

/// <summary>A guess of which the truth is known.</summary>
/// <param name="IsRight">False also of a message that is of no class at all.</param>
/// <param name="Weight">How many messages of the traffic it stands for; positive.</param>
public readonly record struct Judged(Signals Signals, bool IsRight, double Weight);

/// <summary>
/// How sure a guess is, told from guesses whose truth is known, and from which confidence on it is accepted. Neither the classifier nor anything else has
/// learned from those messages; unrelated traffic is among them, or the figures hold for a world in which everything is a case.
/// </summary>
public sealed class Calibration
{
    private const int Folds = 10;

    private readonly LogisticRegression model;

    private Calibration(LogisticRegression model, double threshold) => (this.model, Threshold) = (model, threshold);

    /// <summary>Guesses of this confidence and over are accepted; more than 1 where nothing can be.</summary>
    public double Threshold { get; }

    /// <summary>The threshold is chosen by confidences of which each comes from a fit that has not seen its message.</summary>
    /// <param name="judged">At least one.</param>
    public static Calibration Of(IReadOnlyList<Judged> judged, Precision asked)
    {
        var confidences = new double[judged.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (aside, rest) = (Fold(judged.Count, fold), Enumerable.Range(0, judged.Count).Except(Fold(judged.Count, fold)).ToList());
            if (rest.Count == 0) continue;
            var fit = Fit([.. rest.Select(one => judged[one])]);
            foreach (var one in aside) confidences[one] = Confidence(fit, judged[one].Signals);
        }
        return new(Fit(judged), asked.Threshold([.. judged.Select((one, i) => new Trial(confidences[i], one.IsRight, one.Weight))]));
    }

    /// <summary>The chance that the guess is right and the message of any class at all, from 0 to 1.</summary>
    public double Confidence(Signals signals) => Confidence(model, signals);

    public bool Accepts(Signals signals) => Confidence(signals) >= Threshold;

    private static IEnumerable<int> Fold(int count, int fold) => Enumerable.Range(0, count).Where(one => one % Folds == fold);

    private static LogisticRegression Fit(IReadOnlyList<Judged> judged) => LogisticRegression.Fit([.. judged.Select(one => Figures(one.Signals))], [.. judged.Select(one => one.IsRight)], [.. judged.Select(one => one.Weight)]);

    private static double Confidence(LogisticRegression model, Signals signals) => model.Chance(Figures(signals));

    private static double[] Figures(Signals signals)
    {
        var figures = new double[Signals.Count];
        signals.CopyTo(figures);
        return figures;
    }
}
