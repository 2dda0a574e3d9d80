namespace LiveSop.Domain.Matching;

/// <summary>A guess whose confidence and truth are known.</summary>
/// <param name="Weight">Positive.</param>
internal readonly record struct Trial(double Confidence, bool IsRight, double Weight);

/// <summary>How often an accepted guess is to be right at least, and with which risk that may be mistaken.</summary>
/// <param name="Least">Between 0 and 1.</param>
/// <param name="Risk">Between 0 and 1.</param>
public sealed record Precision(double Least, double Risk)
{
    /// <summary>Nearly two points over the 95 of 100 that is promised: the messages to come are never quite like those that it was chosen by.</summary>
    public static Precision Usual { get; } = new(0.9675, 0.05);

    /// <summary>So many confidences are looked at, each accepting as much more as the one before.</summary>
    private const int Looks = 100;

    /// <summary>
    /// The lowest confidence from which on the lower bound of the precision is over what is asked. It is looked for from the surest down, and the first bound that fails after one
    /// that held ends it: tests in a fixed order, each only where those before were passed, keep the risk of one (Maurer, Hothorn, Lehmacher 1995).
    /// </summary>
    /// <returns>More than 1 where no confidence will do.</returns>
    internal double Threshold(IReadOnlyList<Trial> trials)
    {
        var surest = trials.OrderByDescending(trial => trial.Confidence).ToList();
        var (threshold, seen) = (double.PositiveInfinity, new Weighed());
        for (var (look, next) = (1, 0); look <= Looks; look++)
        {
            for (var end = End(surest, look); next < end; next++) seen = seen.With(surest[next]);
            if (next == 0) continue;
            if (seen.LowerBound(Risk) >= Least) threshold = surest[next - 1].Confidence;
            else if (threshold <= 1) break;
        }
        return threshold;
    }

    /// <summary>Equal confidences are looked at together.</summary>
    private static int End(List<Trial> surest, int look)
    {
        var end = (int)((long)surest.Count * look / Looks);
        while (end > 0 && end < surest.Count && surest[end].Confidence.Equals(surest[end - 1].Confidence)) end++;
        return end;
    }

    /// <summary>Sums over trials: of weights and of their squares, of all and of those that are right.</summary>
    private readonly record struct Weighed(double All, double Right, double Squares, double RightSquares)
    {
        public Weighed With(Trial trial)
        {
            var (weight, square) = (trial.Weight, trial.Weight * trial.Weight);
            return trial.IsRight ? new(All + weight, Right + weight, Squares + square, RightSquares + square) : this with { All = All + weight, Squares = Squares + square };
        }

        /// <summary>
        /// Clopper and Pearson's, for as many trials of weight one as would tell the share as well (Korn, Graubard, Survey Methodology 24, 1998): where those that are wrong weigh much,
        /// few of them decide.
        /// </summary>
        public double LowerBound(double risk)
        {
            var share = Right / All;
            var variance = (((1 - (2 * share)) * RightSquares) + (share * share * Squares)) / (All * All);
            var trials = All * All / Squares;
            if (variance > 0) trials = Math.Min(trials, share * (1 - share) / variance);
            return Proportion.LowerBound(share * trials, trials, risk);
        }
    }
}
